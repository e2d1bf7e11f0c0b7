"""One sitting of a committee before a meeting of its assembly."""

from collections.abc import Collection
from collections.abc import Iterator
from communes.core.errors.domain import DomainError
from communes.core.errors.domain import InvalidInput
from communes.deliberations.domain.committees.settings import Committee
from communes.deliberations.domain.errors import I18N_DOMAIN
from dataclasses import dataclass
from datetime import date


class UnknownCommittee(InvalidInput):
    """The assembly has no such committee. Cure: choose one, or set it up."""

    code = "unknown_committee"
    template = (
        "« ${value} » n'est pas une commission de cette assemblée : choisissez dans la "
        "liste, ou ajoutez-la aux réglages."
    )
    i18n_domain = I18N_DOMAIN


class NotOfCommittee(InvalidInput):
    """Somebody who does not sit in the committee is said present. Cure: correct it."""

    code = "not_of_committee"
    template = (
        "« ${value} » ne siège pas dans « ${committee} » : corrigez les présents."
    )
    i18n_domain = I18N_DOMAIN


class SittingAfterMeeting(InvalidInput):
    """The committee sits after the meeting it prepares. Cure: correct the day."""

    code = "sitting_after_meeting"
    template = (
        "« ${committee} » se réunit après la séance qu'elle prépare : corrigez la date."
    )
    i18n_domain = I18N_DOMAIN


class ItemElsewhere(InvalidInput):
    """An item is given to a committee and is not on the agenda. Cure: present it."""

    code = "item_elsewhere"
    template = (
        "Un point confié à « ${committee} » n'est pas à l'ordre du jour : présentez-le "
        "d'abord."
    )
    i18n_domain = I18N_DOMAIN


@dataclass(frozen=True)
class Sitting:
    """When and where a committee sits, who was there, what it looked at.

    ``committee`` is its id, ``present`` are ids of people, ``items`` UIDs of items of
    the meeting; ``hour`` as written ("18:30"); ``notes`` is plain text.
    """

    committee: str
    held_on: date | None = None
    hour: str = ""
    convoked_on: date | None = None
    place: str = ""
    present: tuple[str, ...] = ()
    notes: str = ""
    items: tuple[str, ...] = ()


def faults(
    sitting: Sitting,
    committees: Collection[Committee],
    meeting: date,
    agenda: Collection[str],
) -> Iterator[DomainError]:
    """Yield what is wrong with a sitting; nothing when it may be kept.

    :param meeting: the day of the meeting it prepares.
    :param agenda: UIDs of the items on its agenda.
    """
    known = {one.id: one for one in committees}
    own = known.get(sitting.committee)
    if own is None:
        yield UnknownCommittee(field="committee", value=sitting.committee)
        return
    for person in sitting.present:
        if person not in own.members:
            yield NotOfCommittee(field="present", value=person, committee=own.title)
    if sitting.held_on is not None and sitting.held_on > meeting:
        yield SittingAfterMeeting(field="held_on", committee=own.title)
    if set(sitting.items) - set(agenda):
        yield ItemElsewhere(field="items", committee=own.title)

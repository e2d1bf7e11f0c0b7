"""What a calendar or a feed of somebody else brings, one thing after the other."""

from collections.abc import Mapping
from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Reason
from communes.web.domain.errors import DOMAIN
from dataclasses import dataclass
from hashlib import sha256


#: A calendar of a village has some hundreds of events; a feed some dozens of news.
MOST_BYTES = 5_000_000
MOST_THINGS = 2000
_LONGEST_KEY = 200


class CalendarUnreadable(InvalidInput):
    """Cause: a file that is no calendar or feed, or is too large. Cure: look at it."""

    i18n_domain = DOMAIN
    code = "web_calendar_unreadable"
    template = "Ce fichier ne se lit pas comme ${kind} : ${problem}."


class CalendarSilent(InvalidInput):
    """Cause: an address does not answer, or leads elsewhere. Cure: open it oneself."""

    i18n_domain = DOMAIN
    code = "web_calendar_silent"
    template = "« ${url} » ne répond pas : ${problem}. Vérifiez l'adresse."


class OtherZone(InvalidInput):
    """Cause: an event comes back by the clocks of another part of the world."""

    i18n_domain = DOMAIN
    code = "web_other_zone"
    template = (
        "« ${name} » se répète aux heures de « ${zone} », qui n'avancent pas avec "
        "les nôtres : recréez-le à la main."
    )


class NothingToShow(InvalidInput):
    """Cause: a thing without title or without day. Cure: complete it at its source."""

    i18n_domain = DOMAIN
    code = "web_nothing_to_show"
    template = "« ${name} » n'a pas de ${missing}."


@dataclass(frozen=True)
class Taken:
    """One thing: what it is known by at its source, and the values of our door.

    ``reason``: why it can not be taken; its values then say nothing.
    """

    number: int
    key: str
    title: str
    values: Mapping[str, object]
    reason: Reason | None = None


def refuse_weight(data: bytes, kind: str) -> None:
    """Refuse a file that is larger than any calendar.

    :raises CalendarUnreadable: it says the bound.
    """
    if len(data) > MOST_BYTES:
        problem = f"il dépasse {MOST_BYTES // 1_000_000} Mo"
        raise CalendarUnreadable(field="file", kind=kind, problem=problem)


def external_id(place: str, key: str) -> str:
    """Return what a thing is known by here: the same however often it is taken in.

    :param place: UID of where it stands; the same calendar may feed two places.
    """
    whole = f"{place}/{key}"
    if len(whole) <= _LONGEST_KEY:
        return whole
    return f"{place}/{sha256(key.encode()).hexdigest()}"

"""Say whether the file of an item is complete, and ask for another look."""

from communes.core.access.errors import InvalidField
from communes.core.access.errors import MayNot
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.errors.domain import RuleRefused
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.errors import I18N_DOMAIN
from communes.deliberations.domain.preparation.completeness import Completeness
from communes.deliberations.domain.preparation.completeness import JUDGEMENTS
from communes.deliberations.domain.preparation.completeness import said_obstacles
from communes.deliberations.domain.states import ItemState
from communes.deliberations.permissions import PRESENT_ITEM
from communes.deliberations.permissions import VALIDATE_ITEM
from communes.deliberations.permissions import VIEW_INTERNAL_NOTES
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.completeness import completeness_of
from communes.deliberations.storage.completeness import Said
from communes.deliberations.storage.completeness import say
from communes.deliberations.storage.item import state_of
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.person import full_name
from dataclasses import dataclass
from dataclasses import replace


class CompletenessRefused(RuleRefused):
    """This can not be said of the file now. Cure: stands in each reason."""

    code = "completeness_refused"
    template = "La complétude du dossier ne peut pas être encodée ainsi."
    i18n_domain = I18N_DOMAIN


@dataclass(frozen=True)
class CompletenessView:
    """What is known of a file, and what the current user may say of it.

    ``said`` is the last judgement first, people by their name; ``used`` is False
    where the assembly does not check completeness.
    """

    used: bool
    value: Completeness
    missing: str
    said: tuple[Said, ...]
    revision: int
    may_judge: bool
    may_ask_again: bool


def completeness(item: IMeetingItem) -> CompletenessView:
    """Return what was said of the completeness of an item.

    :raises MayNot: the user reads no internal notes of the item.
    """
    require(VIEW_INTERNAL_NOTES, item)
    said, revision = completeness_of(item)
    value = said[0].value if said else Completeness.NOT_EVALUATED
    used = settings_of(assembly_of(item)).preparation.completeness
    return CompletenessView(
        used=used,
        value=value,
        missing=said[0].missing if said else "",
        said=tuple(replace(one, by=full_name(one.by)) for one in said),
        revision=revision,
        may_judge=used and _may_judge(item),
        may_ask_again=used and value is Completeness.INCOMPLETE,
    )


def say_completeness(
    item: IMeetingItem, value: str, missing: str = "", revision: int | None = None
) -> int:
    """Say that the file is complete, incomplete, or is to be looked at again.

    :param missing: what is missing, in words; needed for "incomplete".
    :raises MayNot: the user neither reviews the item nor manages its meetings; or,
        to ask again, does not belong to its service.
    :raises InvalidField: there is no such value.
    :raises CompletenessRefused: ``error.reasons`` says why.
    :raises StaleRevision: somebody else said something meanwhile.
    """
    view = completeness(item)
    if value not in {one.value for one in Completeness} or not view.used:
        raise InvalidField(
            field="completeness",
            label="Complétude",
            value=value,
            problem=", ".join(one.value for one in Completeness),
        )
    wanted = Completeness(value)
    if wanted in JUDGEMENTS and not view.may_judge:
        raise MayNot(what=item.title)
    reasons = tuple(said_obstacles(view.value, wanted, missing))
    if reasons:
        raise CompletenessRefused(*reasons, field="completeness")
    new = say(item, wanted, missing.strip(), now(), revision)
    item.reindexObject(idxs=["deliberations_completeness"])
    note_change("completeness", item, value=wanted.value)
    return new


def _may_judge(item: IMeetingItem) -> bool:
    """Whoever rereads the item judges it, never whoever still writes its draft."""
    if state_of(item) is ItemState.ITEMCREATED:
        return False
    return may(VALIDATE_ITEM, item) or may(PRESENT_ITEM, item)

"""Take an item over, so that colleagues see who works on it, and give it back."""

from communes.core.access.errors import MayNot
from communes.core.access.permission import current_user
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.errors.domain import Conflict
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.errors import I18N_DOMAIN
from communes.deliberations.domain.preparation.claim import claimed
from communes.deliberations.domain.preparation.claim import released
from communes.deliberations.permissions import PRESENT_ITEM
from communes.deliberations.permissions import PROPOSE_ITEM
from communes.deliberations.permissions import VALIDATE_ITEM
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.claim import claim_of
from communes.deliberations.storage.claim import save_claim
from communes.deliberations.storage.item import state_of
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.person import full_name
from dataclasses import dataclass


#: Who has one of these on an item may take it over.
ACTING = ("Modify portal content", VALIDATE_ITEM, PRESENT_ITEM, PROPOSE_ITEM)


class AlreadyClaimed(Conflict):
    """A colleague has the item. Cure: ask for it, or choose another one."""

    code = "already_claimed"
    template = (
        "« ${item} » est déjà pris en charge par ${holder} : demandez-lui de le "
        "rendre, ou choisissez un autre point."
    )
    i18n_domain = I18N_DOMAIN


@dataclass(frozen=True)
class ClaimView:
    """Who has the item, by account and by name, and what the user may do about it."""

    holder: str
    name: str
    mine: bool
    may_claim: bool
    may_release: bool
    revision: int


def claim_view(item: IMeetingItem) -> ClaimView:
    """Return who has taken the item over.

    :raises MayNot: the user may not see the item.
    """
    require("View", item)
    found, revision = claim_of(item)
    mine = bool(found.holder) and found.holder == current_user()
    return ClaimView(
        holder=found.holder,
        name=full_name(found.holder),
        mine=mine,
        may_claim=not found.holder and _acts(item),
        may_release=mine or (bool(found.holder) and _may_take_away(item)),
        revision=revision,
    )


def claim(item: IMeetingItem, revision: int | None = None) -> int:
    """Take the item over and return the new revision; twice changes nothing.

    :raises MayNot: the user has nothing to do on the item in its state.
    :raises AlreadyClaimed: somebody else has it.
    :raises StaleRevision: somebody else took it or gave it back meanwhile.
    """
    view = claim_view(item)
    if view.mine:
        return view.revision
    if view.holder:
        raise AlreadyClaimed(item=item.title, holder=view.name)
    if not view.may_claim:
        raise MayNot(what=item.title)
    user = current_user()
    after = claimed(claim_of(item)[0], state_of(item).value, user)
    new = save_claim(item, after, f"pris en charge par {full_name(user)}", revision)
    note_change("claimed", item)
    return new


def release(item: IMeetingItem, revision: int | None = None) -> int:
    """Give the item back and return the new revision; twice changes nothing.

    :raises MayNot: somebody else has it, and the user neither reviews it nor
        manages the meetings of its assembly.
    :raises StaleRevision: somebody else took it meanwhile.
    """
    view = claim_view(item)
    if not view.holder:
        return view.revision
    if not view.may_release:
        raise MayNot(what=item.title)
    after = released(claim_of(item)[0], state_of(item).value)
    new = save_claim(item, after, "rendu", revision)
    note_change("released", item)
    return new


def _acts(item: IMeetingItem) -> bool:
    return any(may(permission, item) for permission in ACTING)


def _may_take_away(item: IMeetingItem) -> bool:
    return may(VALIDATE_ITEM, item) or may(PRESENT_ITEM, assembly_of(item))

"""Create, find and edit items."""

from Acquisition import aq_base
from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.access.catalog import is_visible
from communes.core.access.catalog import unrestricted
from communes.core.access.errors import MayNotWrite
from communes.core.access.fields import require_fields
from communes.core.access.fields import set_fields
from communes.core.access.permission import current_user
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.numbering.api import take
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.content.item_budget import IItemBudget
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.content.urgency import Urgency
from communes.deliberations.domain.agenda import display_number
from communes.deliberations.exceptions import ItemExists
from communes.deliberations.permissions import ADD_ITEM
from communes.deliberations.permissions import EDIT_BUDGET
from communes.deliberations.permissions import PRESENT_ITEM
from communes.deliberations.permissions import VIEW_INTERNAL_NOTES
from communes.deliberations.storage import part
from communes.deliberations.storage.agenda import number_of
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.item import PORTAL_TYPE
from communes.deliberations.storage.item import state_of
from communes.deliberations.storage.meeting import meeting_of
from dataclasses import dataclass
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from zope.event import notify
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface.interfaces import IInterface
from zope.lifecycleevent import ObjectModifiedEvent


#: What a service may say of the urgency of its own item.
WISHES = (Urgency.NONE, Urgency.WISHED)
#: What the budget editors write, and what the secretariat writes at any time.
BUDGET_FIELDS = frozenset(IItemBudget.names())
SECRETARY_FIELDS = frozenset({"manager_notes", "marginal_notes"})


def create_item(assembly: IAssembly, values: Mapping[str, object]) -> IMeetingItem:
    """Create an item in the first state of its assembly.

    The id is neutral ("point-12"): an address never tells what a matter is about.

    :param values: field name of ``IMeetingItem`` -> value; formatted text as HTML.
    :raises MayNot: the user may not add items to the assembly.
    :raises InvalidInput: a field is unknown, missing or wrong (``error.field``).
    :raises MayNotWrite: a field is not the user's to fill in.
    :raises ItemExists: another item has the same external id.
    """
    require(ADD_ITEM, assembly)
    _refuse_taken_external_id(assembly, values)
    item = createContent(PORTAL_TYPE).__of__(assembly)
    _refuse_declared_urgency(assembly, values, Urgency.NONE)
    # Whoever writes an item reads its notes; the item says so once it has its place.
    set_fields(
        item,
        IMeetingItem,
        {**_proposed(assembly), **values},
        lambda permission: (
            permission == VIEW_INTERNAL_NOTES or may(permission, assembly)
        ),
    )
    require_fields(item, IMeetingItem)
    aq_base(item).id = f"point-{take(assembly, 'item')}"
    return addContentToContainer(assembly, aq_base(item))


def _proposed(assembly: IAssembly) -> Mapping[str, object]:
    """Return what the assembly's settings propose where nothing was said."""
    settings = settings_of(assembly)
    ordinary = (
        one.id for one in settings.list_types if not one.late and not one.needs_urgency
    )
    return {
        "privacy": settings.privacy_levels[0],
        "treatment": settings.treatments[0],
        "list_type": next(ordinary),
    }


def find_by_external_id(assembly: IAssembly, external_id: str) -> str | None:
    """Return the UID of the assembly's item with that external id, or None."""
    found = unrestricted(
        portal_type=PORTAL_TYPE,
        deliberations_assembly=assembly.getId(),
        deliberations_external_id=external_id,
    )
    return found[0].UID if found else None


def edit_item(
    item: IMeetingItem, values: Mapping[str, object], revision: int | None = None
) -> int:
    """Change some fields of an item and return its new revision.

    :param revision: the revision the user read (``item_revision``); None skips
        the check.
    :raises MayNot: the user may not edit the item in its state.
    :raises InvalidInput: a field is unknown or wrong; nothing was changed.
    :raises MayNotWrite: a field is not the user's to change; nothing was.
    :raises ItemExists: another item has the new external id.
    :raises StaleRevision: somebody else edited it meanwhile; says what changed.
    """
    if not may_edit(item, values):
        require("Modify portal content", item)
    part.check(item, "edits", revision, item.title)
    _refuse_taken_external_id(assembly_of(item), values, item.UID())
    _refuse_declared_urgency(item, values, item.urgency)
    place = assembly_of(item)
    changed = set_fields(
        item,
        IMeetingItem,
        values,
        lambda permission: (
            may(permission, item)
            or (permission == PRESENT_ITEM and may(permission, place))
        ),
    )
    if not changed:
        return item_revision(item)
    new = part.write(item, "edits", None, by=current_user(), change=", ".join(changed))
    notify(ObjectModifiedEvent(item))
    return new


def may_edit(item: IMeetingItem, names: Iterable[str]) -> bool:
    """Return whether the current user may write all these fields of the item.

    Two groups of fields have a right of their own beside that of the item: the
    budget, and the notes the secretariat adds once the meeting is closed.
    """
    if may("Modify portal content", item):
        return True
    asked = set(names)
    if asked <= BUDGET_FIELDS:
        return may(EDIT_BUDGET, item)
    return asked <= SECRETARY_FIELDS and may(PRESENT_ITEM, assembly_of(item))


def _refuse_taken_external_id(
    assembly: IAssembly, values: Mapping[str, object], own: str = ""
) -> None:
    external_id = str(values.get("external_id") or "")
    if external_id and find_by_external_id(assembly, external_id) not in (None, own):
        raise ItemExists(field="external_id", external_id=external_id)


def _refuse_declared_urgency(
    place: IAssembly | IMeetingItem, values: Mapping[str, object], now: str
) -> None:
    """Leave to the assembly what it declares: a service may only wish for it.

    :raises MayNotWrite: the urgency would be, or no longer be, accepted or refused.
    """
    wanted = values.get("urgency", now)
    wished = wanted in WISHES and now in WISHES
    if wanted != now and not wished and not may(PRESENT_ITEM, place):
        label = IMeetingItem["urgency"].title
        raise MayNotWrite(field="urgency", label=translate(label, context=getRequest()))


def item_revision(item: IMeetingItem) -> int:
    """Return the number of the item's version, to give back when editing."""
    return part.read(item, "edits", lambda: None)[1]


@dataclass(frozen=True)
class ItemView:
    """Where an item stands, beside its fields: what the user may know of it.

    ``meeting`` is the UID of the meeting it is on, ``number`` its number there as
    people read it, ``predecessor`` the UID of the item it continues; each is empty
    when there is none, or when the user may not see it.
    """

    schema: IInterface
    state: str
    reference: str
    meeting: str
    number: str
    predecessor: str


def item_view(item: IMeetingItem) -> ItemView:
    """Return where an item stands.

    :raises MayNot: the user may not see it.
    """
    require("View", item)
    meeting = meeting_of(item)
    seen = meeting is not None and is_visible(item.meeting_uid)
    before = item.predecessor_uid
    return ItemView(
        schema=IMeetingItem,
        state=state_of(item).value,
        reference=item.reference,
        meeting=item.meeting_uid if seen else "",
        number=display_number(number_of(meeting, item.UID())) if seen else "",
        predecessor=before if before and is_visible(before) else "",
    )

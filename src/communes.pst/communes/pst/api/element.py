"""Create, edit and delete the elements of a plan."""

from collections.abc import Mapping
from communes.core.access.catalog import unrestricted
from communes.core.access.errors import StaleRevision
from communes.core.access.fields import require_fields
from communes.core.access.fields import set_fields
from communes.core.access.permission import current_user
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.journal.api import record
from communes.pst.content.element import IElement
from communes.pst.content.plan import IPlan
from communes.pst.domain.choices import Kind
from communes.pst.domain.element import Element
from communes.pst.domain.errors import UnknownElement
from communes.pst.domain.placement import check_place
from communes.pst.domain.placement import may_hold
from communes.pst.exceptions import ElementExists
from communes.pst.exceptions import NotEmpty
from communes.pst.exceptions import PlanArchived
from communes.pst.exceptions import ShownElsewhere
from communes.pst.exceptions import UnknownKind
from communes.pst.exceptions import UnknownTarget
from communes.pst.permissions import ADD_ACTION
from communes.pst.permissions import ADD_OBJECTIVE
from communes.pst.permissions import ADD_TASK
from communes.pst.storage.kinds import kind_of
from communes.pst.storage.kinds import TYPES
from communes.pst.storage.place import parent_of
from communes.pst.storage.place import plan_of
from communes.pst.storage.programme import programme_of
from communes.pst.storage.programme import seen_in
from communes.pst.storage.record import record_of
from communes.pst.storage.step import is_archived
from communes.pst.storage.tables import check_tables
from communes.pst.storage.tables import read_tables
from communes.pst.storage.tables import write_tables
from communes.pst.storage.writing import add
from communes.pst.storage.writing import cleaned
from plone import api
from plone.dexterity.utils import createContent
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


#: What one needs on the place to add an element of a kind.
ADDING = {
    Kind.PART: ADD_OBJECTIVE,
    Kind.STRATEGIC: ADD_OBJECTIVE,
    Kind.OPERATIONAL: ADD_OBJECTIVE,
    Kind.ACTION: ADD_ACTION,
    Kind.ACTION_LINK: ADD_ACTION,
    Kind.SUB_ACTION: ADD_ACTION,
    Kind.SUB_ACTION_LINK: ADD_ACTION,
    Kind.TASK: ADD_TASK,
}
LINKS = (Kind.ACTION_LINK, Kind.SUB_ACTION_LINK)


def create_element(
    place: IPlan | IElement, kind: str, values: Mapping[str, object]
) -> IElement:
    """Create an element in the first state of its kind, with its reference number.

    The id is neutral ("a-12"): an address never tells what a matter is about.

    :param kind: a value of ``Kind``.
    :param values: field of its schema, or table of its record -> value; formatted
        text as HTML.
    :raises MayNot: the user may not add such an element there.
    :raises UnknownKind: there is no such kind.
    :raises PlaceRefused: such an element does not stand there.
    :raises InvalidInput: a value is unknown, missing or wrong (``error.field``).
    :raises ElementExists: another element has the same external id.
    """
    wanted = read_kind(kind)
    require(ADDING[wanted], place)
    plan = plan_of(place)
    refuse_archived(plan)
    _refuse_taken(plan, values)
    target = _target(plan, values) if wanted in LINKS else ""
    parent = place.UID() if IElement.providedBy(place) else ""
    check_place(programme_of(plan), wanted, parent, target)
    obj = createContent(TYPES[wanted].portal_type).__of__(place)
    tables = read_tables(wanted, values)
    fields = {name: values[name] for name in values if name not in tables}
    set_fields(obj, TYPES[wanted].schema, cleaned(wanted, fields), _as_on(place))
    require_fields(obj, TYPES[wanted].schema)
    if target:
        obj.aq_base.title = programme_of(plan).element(target).title
    write_tables(obj, tables)
    made = add(place, plan, wanted, obj.aq_base)
    check_tables(made, tables)
    record("pst.created", made, kind=wanted.value)
    return made


def edit_element(
    obj: IElement, values: Mapping[str, object], revision: int | None = None
) -> int:
    """Change some fields and tables of an element and return its new revision.

    :param values: as for ``create_element``.
    :param revision: the revision the user read; None skips the check.
    :raises MayNot: the user may not edit the element in its state.
    :raises InvalidInput: a value is unknown or wrong; nothing was changed.
    :raises MayNotWrite: a field is not the user's to change; nothing was.
    :raises StaleRevision: somebody else wrote meanwhile.
    """
    require("Modify portal content", obj)
    plan, kind = plan_of(obj), kind_of(obj)
    refuse_archived(plan)
    if revision is not None and revision != obj.revision:
        raise StaleRevision(what=obj.title, who=obj.edited_by)
    _refuse_taken(plan, values, obj.UID())
    tables = read_tables(kind, values)
    fields = {name: values[name] for name in values if name not in tables}
    check_tables(obj, tables)
    changed = set_fields(obj, TYPES[kind].schema, cleaned(kind, fields))
    told = (*changed, *write_tables(obj, tables))
    if told:
        obj.revision += 1
        obj.edited_by = current_user()
        notify(ObjectModifiedEvent(obj))
        obj.reindexObject()
    return obj.revision


def delete_element(obj: IElement, revision: int | None = None) -> None:
    """Delete an element that holds nothing and that no link shows.

    Its number is never given again; the history keeps what it was.

    :raises MayNot: the user may not, in its state.
    :raises NotEmpty, ShownElsewhere: it is still of use.
    :raises StaleRevision: somebody else wrote meanwhile.
    """
    kind = kind_of(obj)
    if kind in LINKS:
        require(ADD_ACTION, parent_of(obj))
    elif kind is Kind.PART:
        require(ADD_OBJECTIVE, plan_of(obj))
    else:
        require("Delete objects", obj)
    refuse_archived(plan_of(obj))
    if revision is not None and revision != obj.revision:
        raise StaleRevision(what=obj.title, who=obj.edited_by)
    tree = programme_of(plan_of(obj))
    if tree.children(obj.UID()):
        raise NotEmpty(title=obj.title)
    if tree.links_to(obj.UID()):
        raise ShownElsewhere(title=obj.title)
    record("pst.deleted", obj, kind=kind.value)
    obj.aq_parent._delObject(obj.getId())


def element_revision(obj: IElement) -> int:
    """Return the number of the element's version, to give back when editing."""
    return obj.revision


def element_record(obj: IElement) -> Element:
    """Return an element as a plain value.

    :raises MayNot: the user may not see it.
    """
    require("View", obj)
    return record_of(obj)


def kinds_below(place: IPlan | IElement) -> tuple[Kind, ...]:
    """Return the kinds the current user may add under a place now."""
    plan = plan_of(place)
    if is_archived(plan):
        return ()
    parent = place.UID() if IElement.providedBy(place) else ""
    possible = may_hold(programme_of(plan), parent)
    return tuple(kind for kind in possible if may(ADDING[kind], place))


def find_by_external_id(plan: IPlan, external_id: str) -> str | None:
    """Return the UID of the plan's element with that external id, or None."""
    found = unrestricted(pst_plan=plan.UID(), pst_external_id=external_id)
    return found[0].UID if found else None


def refuse_archived(plan: IPlan) -> None:
    """Refuse to write in a plan that is archived.

    :raises PlanArchived: it is.
    """
    if is_archived(plan):
        raise PlanArchived(plan=plan.title)


def read_kind(kind: str) -> Kind:
    """Return the kind of that id.

    :raises UnknownKind: there is none.
    """
    for one in Kind:
        if one.value == kind:
            return one
    expected = ", ".join(one.value for one in Kind)
    raise UnknownKind(field="kind", kind=kind, expected=expected)


def _as_on(place: object) -> object:
    return lambda permission: may(permission, place)


def _target(plan: IPlan, values: Mapping[str, object]) -> str:
    target = str(values.get("target") or "")
    if target not in seen_in(plan):
        raise UnknownTarget(field="target", target=target)
    return target


def _refuse_taken(plan: IPlan, values: Mapping[str, object], own: str = "") -> None:
    external_id = str(values.get("external_id") or "")
    if external_id and find_by_external_id(plan, external_id) not in (None, own):
        raise ElementExists(field="external_id", external_id=external_id)


def find_element(plan: IPlan, uid: str) -> IElement:
    """Return the element of that UID.

    :raises UnknownElement: the plan has none, or the user may not see it.
    """
    path = seen_in(plan).get(uid)
    if path is None:
        raise UnknownElement(id=uid)
    return api.portal.get().unrestrictedTraverse(path)

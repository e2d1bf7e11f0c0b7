"""Write elements: one by one, or a whole programme at once."""

from collections.abc import Mapping
from communes.core.access.plain import to_plain
from communes.core.numbering.api import peek
from communes.core.numbering.api import start_at
from communes.core.numbering.api import take
from communes.pst.content.element import IElement
from communes.pst.content.plan import IPlan
from communes.pst.domain.choices import Kind
from communes.pst.domain.element import Element
from communes.pst.domain.programme import Programme
from communes.pst.domain.reference import PREFIXES
from communes.pst.storage.access import refresh_roles
from communes.pst.storage.history import note
from communes.pst.storage.history import quiet
from communes.pst.storage.kinds import Type
from communes.pst.storage.kinds import TYPES
from communes.pst.storage.record import COUNTER
from communes.pst.storage.shown import settle_links
from dataclasses import fields
from plone import api
from plone.app.textfield import RichTextValue
from plone.app.textfield.interfaces import IRichText
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from zope.schema import getFieldsInOrder


#: What a record says of where it stands, which no attribute keeps.
_PLACED = frozenset({"id", "parent", "state"})


def draw_number(plan: IPlan, kind: Kind) -> int:
    """Return the number of a new element; tasks and parts have a series of theirs."""
    return take(plan, COUNTER if kind in PREFIXES else kind.value)


def add(parent: object, plan: IPlan, kind: Kind, obj: IElement) -> IElement:
    """Put a new element, its fields set, into its place; return it there."""
    obj.number = obj.number or draw_number(plan, kind)
    if obj.position is None:
        obj.position = obj.number
    obj.id = f"{TYPES[kind].prefix}-{obj.number}"
    return addContentToContainer(parent, obj, checkConstraints=False)


def plant(plan: IPlan, tree: Programme, parent: object = None) -> dict[str, IElement]:
    """Make the elements of a programme in an empty place; return them by their id.

    States are set as they are, without steps: what is brought in has its past
    elsewhere. Links and what depends on others follow the new identifiers.
    """
    made: dict[str, IElement] = {}
    with quiet(plan):
        for record in tree.walk():
            place = made[record.parent] if record.parent else (parent or plan)
            made[record.id] = plant_one(place, plan, record)
    uids = {id: obj.UID() for id, obj in made.items()}
    for id, obj in made.items():
        follow(obj, tree.element(id), uids)
        refresh_roles(obj)
        note(obj)
        obj.reindexObject()
    settle_links(made.values())
    highest = max((one.number for one in made.values()), default=0)
    if highest >= peek(plan, COUNTER):
        start_at(plan, COUNTER, highest + 1)
    return made


def write(obj: IElement, record: Element) -> None:
    """Set what a record says on an object; its formatted texts are cleaned.

    Records come out of files too: what is active in a text never gets in.
    """
    rich = _rich_fields(TYPES[record.kind])
    for one in fields(record):
        if one.name in _PLACED:
            continue
        value = getattr(record, one.name)
        if one.name in rich:
            value = _rich_value(clean(value) if "<" in value else value)
        elif isinstance(value, tuple):
            value = tuple(to_plain(item) for item in value)
        else:
            value = to_plain(value)
        setattr(obj, one.name, value)


def clean(html: str) -> str:
    """Return formatted text without anything active."""
    transforms = api.portal.get_tool("portal_transforms")
    data = transforms.convertTo("text/x-html-safe", html, mimetype="text/html")
    return data.getData() if data is not None else ""


def cleaned(kind: Kind, values: dict[str, object]) -> dict[str, object]:
    """Return values with their formatted texts cleaned, so that they are kept clean."""
    found = dict(values)
    for name in _rich_fields(TYPES[kind]) & set(found):
        value = found[name]
        raw = value.raw if isinstance(value, RichTextValue) else value
        if isinstance(raw, str):
            found[name] = clean(raw)
    return found


def _rich_value(html: str) -> RichTextValue | None:
    return RichTextValue(html, "text/html", "text/x-html-safe") if html else None


def plant_one(place: object, plan: IPlan, record: Element) -> IElement:
    """Make one element of a record, in the state it has."""
    obj = createContent(TYPES[record.kind].portal_type)
    write(obj, record)
    added = add(place, plan, record.kind, obj)
    if record.state:
        _set_state(added, record.state)
    return added


def _set_state(obj: IElement, state: str) -> None:
    tool = api.portal.get_tool("portal_workflow")
    (workflow,) = tool.getWorkflowsFor(obj)
    if tool.getInfoFor(obj, "review_state", "") == state:
        return
    status = {**(tool.getStatusOf(workflow.id, obj) or {}), "review_state": state}
    tool.setStatusOf(workflow.id, obj, status)
    workflow.updateRoleMappingsFor(obj)


def follow(obj: IElement, record: Element, uids: Mapping[str, str]) -> None:
    """Let references between elements name the objects that were made.

    :param uids: id in the programme -> UID.
    """
    if hasattr(record, "target"):
        obj.target = uids[record.target]
    if getattr(record, "split", ()):
        obj.split = tuple(
            {**one, "place": uids.get(one["place"], one["place"])} for one in obj.split
        )
    if getattr(record, "depends_on", ()):
        obj.depends_on = tuple(
            {**one, "on": uids.get(one["on"], one["on"])} for one in obj.depends_on
        )


def _rich_fields(type_: Type) -> frozenset[str]:
    return frozenset(
        name
        for name, field in getFieldsInOrder(type_.schema)
        if IRichText.providedBy(field)
    )


def bring_to(obj: IElement, state: str) -> None:
    """Set the state of an element without a step, and tell catalogue and history."""
    _set_state(obj, state)
    note(obj)
    obj.reindexObject()
    obj.reindexObjectSecurity()

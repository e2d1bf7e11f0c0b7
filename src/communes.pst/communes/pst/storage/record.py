"""Elements and plans as the records of ``domain``, and back."""

from Acquisition import aq_base
from communes.core.access.plain import from_plain
from communes.core.access.plain import to_plain
from communes.core.access.plain import without_defaults
from communes.core.numbering.api import peek
from communes.pst.content.element import IElement
from communes.pst.content.plan import IPlan
from communes.pst.domain.choices import Institution
from communes.pst.domain.element import Element
from communes.pst.domain.plan import Plan
from communes.pst.domain.plan import Term
from communes.pst.storage.kinds import type_of
from communes.pst.storage.place import parent_of
from dataclasses import fields
from dataclasses import MISSING
from plone.app.textfield.value import RichTextValue
from Products.CMFCore.utils import getToolByName


#: The series that numbers the elements of a plan, over all levels.
COUNTER = "reference"
#: Long texts and tables that no list, roll-up or tree needs.
HEAVY = frozenset(
    {"description", "observation", "comments", "public_text", "articles", "projections"}
)
#: What an object keeps as rows (tuples of plain mappings) and a record as dataclasses.
LISTS = ("sources", "priorities", "categories", "sector_plans")
#: Fields of a record that are not attributes of the object.
_PLACED = frozenset({"id", "parent", "state"})


def plan_record(plan: IPlan) -> Plan:
    """Return a plan as a record."""
    lists = {
        name: tuple(Term(row["id"], row["title"]) for row in rows)
        for name, rows in (plan.lists or {}).items()
    }
    if plan.rolled_up_states is not None:
        lists["rolled_up_states"] = tuple(plan.rolled_up_states)
    return Plan(
        id=plan.UID(),
        title=plan.title,
        institution=Institution(plan.institution),
        starts=plan.starts,
        ends=plan.ends,
        budget_years=tuple(sorted(plan.budget_years or ())),
        ins_code=plan.ins_code or "",
        fiscal_year=plan.fiscal_year or 0,
        use_reference_numbers=bool(plan.use_reference_numbers),
        last_number=peek(plan, COUNTER) - 1,
        aldermen_designated_on=plan.aldermen_designated_on,
        noted_on=plan.noted_on,
        **lists,
    )


def record_of(obj: IElement) -> Element:
    """Return an element as a record; its formatted texts as cleaned HTML."""
    kind = type_of(obj).record
    return from_plain(kind, plain_of(obj))


def plain_of(obj: IElement) -> dict[str, object]:
    """Return all an element holds as plain values, by the names of its record."""
    parent = parent_of(obj)
    bare = aq_base(obj)
    plain = {
        one.name: _plain(getattr(bare, one.name), one.default)
        for one in fields(type_of(obj).record)
        if one.name not in _PLACED and hasattr(bare, one.name)
    }
    plain["id"] = obj.UID()
    plain["parent"] = "" if parent is None else parent.UID()
    plain["state"] = state_of(obj)
    return plain


def light(record: Element) -> dict[str, object]:
    """Return what the catalogue keeps of a record: no long text, no default, no state.

    The state is a column of its own, which each step brings up to date.
    """
    plain = without_defaults(record)
    return {name: plain[name] for name in plain if name not in HEAVY | {"state"}}


def state_of(obj: object) -> str:
    """Return the state of an element; empty for what has none (parts, links)."""
    tool = getToolByName(obj, "portal_workflow")
    return tool.getInfoFor(obj, "review_state", "") or ""


def _plain(value: object, default: object) -> object:
    if value is None and default is not MISSING:
        # A field of a form that was left empty; a record says so in its own way.
        return to_plain(default)
    if isinstance(value, RichTextValue):
        return value.raw or ""
    return to_plain(value)

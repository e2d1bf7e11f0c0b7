"""Create, find and describe the plans of a site."""

from collections.abc import Mapping
from communes.core.access.errors import StaleRevision
from communes.core.access.fields import set_fields
from communes.core.access.permission import current_user
from communes.core.access.permission import groups_of_user
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.journal.api import record
from communes.core.organisation.domain.names import checked_id
from communes.pst.content.plan import IPlan
from communes.pst.domain.plan import Plan
from communes.pst.exceptions import PlanExists
from communes.pst.exceptions import UnknownPlan
from communes.pst.permissions import ADD_PLAN
from communes.pst.permissions import MANAGE_PLAN
from communes.pst.storage.access import ACTION_EDITOR
from communes.pst.storage.access import group_of
from communes.pst.storage.access import READERS
from communes.pst.storage.access import UNIT
from communes.pst.storage.lists import read_list
from communes.pst.storage.people import my_tokens
from communes.pst.storage.place import all_plans
from communes.pst.storage.place import find_plan
from communes.pst.storage.record import LISTS
from communes.pst.storage.record import plan_record
from communes.pst.workflow.founding import found_plan
from plone import api
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


#: Attributes of a plan beside its fields that ``edit_plan`` writes.
EXTRA = (*LISTS, "rolled_up_states", "public_fields", "public_levels")


def plans(site: object) -> list[IPlan]:
    """Return the plans in which the current user has a part, in their order.

    Who keeps or reads the programme, edits actions of a service, carries or answers
    for an element.
    """
    return [one for one in all_plans(site) if may("View", one) and _takes_part(one)]


def plan(site: object, id: str) -> IPlan:
    """Return one plan.

    :raises UnknownPlan: there is none of that id, or the user may not see it.
    """
    found = find_plan(site, id)
    if found is None or not may("View", found):
        raise UnknownPlan(name=id)
    return found


def create_plan(site: object, id: str, values: Mapping[str, object]) -> IPlan:
    """Make a plan, and the groups it needs.

    :param values: field name of ``IPlan`` -> value.
    :raises MayNot: the user may not add plans.
    :raises PlanExists: the id is taken.
    :raises InvalidInput: a field is unknown, missing or wrong.
    """
    require(ADD_PLAN, site)
    if find_plan(site, checked_id(id)) is not None:
        raise PlanExists(field="id", name=id)
    new = found_plan(site, id, {"title": str(values.get("title") or id)})
    # Who may add plans says what the new one is; keeping it is another right.
    _write(new, values)
    return new


def edit_plan(
    plan: IPlan, values: Mapping[str, object], revision: int | None = None
) -> int:
    """Change fields and lists of a plan and return its new revision.

    :param values: field name of ``IPlan`` -> value; ``sources``, ``priorities``,
        ``categories``, ``sector_plans`` -> rows with ``id`` and ``title``;
        ``rolled_up_states``, ``public_fields``, ``public_levels`` -> texts.
    :raises MayNot: the user does not manage the plan.
    :raises InvalidInput: a value is unknown or wrong; nothing was changed.
    :raises StaleRevision: somebody else wrote since ``revision``.
    """
    require(MANAGE_PLAN, plan)
    if revision is not None and revision != plan.revision:
        raise StaleRevision(what=plan.title, who=plan.edited_by)
    return _write(plan, values)


def _write(plan: IPlan, values: Mapping[str, object]) -> int:
    extra = {name: values[name] for name in EXTRA if name in values}
    lists = {name: read_list(plan, name, rows) for name, rows in extra.items()}
    fields = {name: values[name] for name in values if name not in extra}
    changed = set_fields(plan, IPlan, fields)
    for name, rows in lists.items():
        if name in LISTS:
            plan.lists = {**(plan.lists or {}), name: rows}
        else:
            setattr(plan, name, rows)
    plan.revision += 1
    plan.edited_by = current_user()
    notify(ObjectModifiedEvent(plan))
    plan.reindexObject()
    record("pst.plan.edited", plan, fields=[*changed, *lists])
    return plan.revision


def describe_plan(plan: IPlan) -> Plan:
    """Return a plan as a plain value.

    :raises MayNot: the user may not see it.
    """
    require("View", plan)
    return plan_record(plan)


def _takes_part(plan: IPlan) -> bool:
    if may("List folder contents", plan):
        return True
    mine = groups_of_user()
    if group_of(UNIT, READERS) in mine:
        return True
    if any(one.endswith(f"-{ACTION_EDITOR}") for one in mine):
        return True
    tokens = [one for some in my_tokens(api.portal.get()).values() for one in some]
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog.searchResults(pst_plan=plan.UID(), pst_people=tokens, sort_limit=1)
    return bool(found)


def plan_revision(plan: IPlan) -> int:
    """Return the number of the plan's version, to give back when editing."""
    return plan.revision

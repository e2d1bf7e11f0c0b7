"""Take over what was planned elsewhere: the former software, the former mandate."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.importing.api import run
from communes.core.importing.domain import Report
from communes.core.importing.domain import report_of
from communes.core.journal.api import record
from communes.core.organisation.api import mandates
from communes.core.organisation.api import services
from communes.pst.content.plan import IPlan
from communes.pst.domain.bringing import Joined
from communes.pst.domain.bringing import joined
from communes.pst.domain.carry_over import carried_over
from communes.pst.domain.carry_over import unfinished
from communes.pst.domain.choices import Kind
from communes.pst.domain.element import Element
from communes.pst.domain.imio.objects import OldNames
from communes.pst.domain.imio.reading import read_export
from communes.pst.domain.programme import Programme
from communes.pst.exceptions import PlanArchived
from communes.pst.exceptions import SamePlan
from communes.pst.exceptions import UnreadableExport
from communes.pst.permissions import MANAGE_PLAN
from communes.pst.storage.merging import merge
from communes.pst.storage.people import agents
from communes.pst.storage.place import all_plans
from communes.pst.storage.programme import full_programme
from communes.pst.storage.programme import programme_of
from communes.pst.storage.record import plan_record
from communes.pst.storage.step import is_archived
from dataclasses import replace
import json
from plone import api
import tomllib
from uuid import uuid4


def import_imio(
    plan: IPlan,
    data: bytes | Mapping[str, object],
    names: Mapping[str, Mapping[str, str]] | None = None,
    dry_run: bool = True,
) -> Report:
    """Take the export of an imio.project.pst over; a dry run says the fates only.

    One transaction: all of it or nothing. Done again, it adds what is not here yet
    and leaves what is as agents wrote it since.

    :param data: the project space as plone.restapi gives it with ``fullobjects``.
    :param names: "services" and "people": what those of there are called here, empty
        for those left out; who has the same id here needs no line.
    :raises MayNot: the user does not manage the plan.
    :raises PlanArchived: nothing is written in it any more.
    :raises UnreadableExport: the data is no JSON.
    :raises ImportRefused: an object is refused, and it was no dry run.
    """
    _require_open(plan)
    taken = read_export(_parsed(data), _names(names or {}))
    if taken.tree is None:
        return report_of(taken.rows, dry_run)
    return _brought(plan, _known_again(taken.tree), dry_run, "imio")


def read_names(data: bytes) -> Mapping[str, Mapping[str, str]]:
    """Return the names for ``import_imio`` of a TOML file; empty for an empty one.

    :raises UnreadableExport: it is no TOML.
    """
    try:
        return tomllib.loads(data.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as broken:
        raise UnreadableExport(problem=str(broken)) from broken


def carry_over(
    plan: IPlan, before: IPlan, chosen: Iterable[str] | None = None, dry_run=True
) -> Report:
    """Take the unfinished actions of the mandate before over into ``plan``.

    With what stands above and below them, to be scheduled again. Done again, it adds
    what is not here yet.

    :param chosen: ids of actions of ``before``; None: all that are unfinished.
    :raises MayNot: the user does not manage both plans.
    :raises PlanArchived: nothing is written in ``plan`` any more.
    :raises SamePlan: a plan is not carried over into itself.
    :raises UnknownElement: a chosen action is not in ``before``.
    """
    _require_open(plan)
    require(MANAGE_PLAN, before)
    if before.UID() == plan.UID():
        raise SamePlan(plan=plan.title)
    source = full_programme(before)
    wanted = None if chosen is None else list(chosen)
    tree = carried_over(source, plan_record(plan), lambda _one: uuid4().hex, wanted)
    # What the elements name of the lists of their plan comes with them.
    named = replace(source.plan, budget_years=(), ins_code="", fiscal_year=0)
    tree = replace(tree, plan=named)
    return _brought(plan, tree, dry_run, "mandate")


def unfinished_actions(plan: IPlan) -> tuple[Element, ...]:
    """Return the actions of a plan that are neither finished nor stopped, in order.

    :raises MayNot: the user does not manage the plan.
    """
    require(MANAGE_PLAN, plan)
    tree = programme_of(plan)
    return tuple(tree.element(id) for id in unfinished(tree))


def plans_before(plan: IPlan) -> list[IPlan]:
    """Return the other plans of the site the user manages, in their order."""
    return [
        one
        for one in all_plans(api.portal.get())
        if one.UID() != plan.UID() and may(MANAGE_PLAN, one)
    ]


def _require_open(plan: IPlan) -> None:
    require(MANAGE_PLAN, plan)
    if is_archived(plan):
        raise PlanArchived(plan=plan.title)


def _brought(plan: IPlan, tree: Programme, dry_run: bool, origin: str) -> Report:
    found = joined(full_programme(plan), tree)

    def write() -> None:
        if not found.added:
            return
        _follow_plan(plan, found)
        merge(plan, found.tree, found.added)
        plan.revision += 1
        plan.reindexObject()
        record("pst.taken_over", plan, elements=len(found.added), origin=origin)

    return run(lambda: found.rows, write, dry_run)


def _follow_plan(plan: IPlan, found: Joined) -> None:
    becomes = found.tree.plan
    plan.ins_code, plan.fiscal_year = becomes.ins_code, becomes.fiscal_year
    plan.budget_years = becomes.budget_years


def _known_again(tree: Programme) -> Programme:
    """Return the tree with an external id on its parts, which had no object there."""
    parts = (replace(one, external_id=one.id) for one in tree.of_kind(Kind.PART))
    return tree.with_elements(*parts)


def _parsed(data: bytes | Mapping[str, object]) -> object:
    if isinstance(data, Mapping):
        return data
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as broken:
        raise UnreadableExport(problem=str(broken)) from broken


def _names(given: Mapping[str, Mapping[str, str]]) -> OldNames:
    site = api.portal.get()
    units = {one.id: one.id for one in services(site)}
    people = {account: account for account, _name in agents()}
    people |= {one.person.id: one.person.id for one in mandates(site, "college")}
    return OldNames(
        {**units, **_told(given, "services")}, {**people, **_told(given, "people")}
    )


def _told(given: Mapping[str, object], name: str) -> dict[str, str]:
    found = given.get(name) or {}
    if not isinstance(found, Mapping) or not all(
        isinstance(one, str) for one in found.values()
    ):
        raise UnreadableExport(problem=f"« {name} » : un nom par identifiant")
    return {str(old): str(new) for old, new in found.items()}

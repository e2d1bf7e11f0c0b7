"""A plan for the accounts of the region (eComptes), and what they give back."""

from communes.core.access.permission import require
from communes.core.errors.domain import Reason
from communes.core.hardening.giving import MadeFile
from communes.core.importing.api import run
from communes.core.importing.domain import Report
from communes.core.journal.api import record
from communes.core.organisation.api import mandates
from communes.core.organisation.api import persons
from communes.core.organisation.api import services
from communes.pst.content.plan import IPlan
from communes.pst.domain.ecomptes.directory import Directory
from communes.pst.domain.ecomptes.directory import PersonCard
from communes.pst.domain.ecomptes.exporting import exported
from communes.pst.domain.ecomptes.reading import read
from communes.pst.domain.ecomptes.returning import returned
from communes.pst.domain.ecomptes.writing import written
from communes.pst.permissions import MANAGE_PLAN
from communes.pst.storage.merging import merge
from communes.pst.storage.people import agents
from communes.pst.storage.programme import full_programme
from datetime import date
from plone import api


def export_ecomptes(plan: IPlan) -> tuple[MadeFile, tuple[Reason, ...]]:
    """Return the XML file of a plan, and what of it the schema has no place for.

    :raises MayNot: the user does not manage the plan.
    :raises InvalidValue: the plan has no INS code.
    """
    require(MANAGE_PLAN, plan)
    made = exported(full_programme(plan), date.today(), _directory())
    record("pst.exported", plan, form="ecomptes")
    name = f"{plan.getId()}-ecomptes.xml"
    file = MadeFile(name, "application/xml", written(made.document))
    return file, made.warnings


def import_ecomptes(plan: IPlan, data: bytes, dry_run: bool) -> Report:
    """Take articles and projections over from the file the accounts give back.

    :raises MayNot: the user does not manage the plan.
    :raises FileRefused: the file can not be read; its reasons name the lines.
    :raises ImportRefused: an element is unknown, and it was no dry run.
    """
    require(MANAGE_PLAN, plan)
    tree = full_programme(plan)
    found = returned(tree, read(data))
    becomes = tree.with_elements(*found.changed)
    changed = [one.id for one in found.changed]
    return run(lambda: found.rows, lambda: merge(plan, becomes, changed), dry_run)


def _directory() -> Directory:
    site = api.portal.get()
    people = {}
    for one in mandates(site, "college"):
        first, _space, last = one.person.name.partition(" ")
        people[one.person.id] = PersonCard(last or first, first, one.person.gender)
    # The accounts say nothing of a title: an agent has it from their person card.
    genders = {one.user: one.gender for one in persons(site) if one.user}
    for account, name in agents():
        first, _space, last = name.partition(" ")
        card = PersonCard(last or first, first, genders.get(account, ""))
        people.setdefault(account, card)
    return Directory(people, {one.id: one.title for one in services(site)})

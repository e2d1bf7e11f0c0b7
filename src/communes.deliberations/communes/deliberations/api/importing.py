"""Import a meeting held elsewhere: a dry run first, then all of it or nothing."""

from communes.core.access.catalog import unrestricted
from communes.core.access.permission import current_user
from communes.core.access.permission import require
from communes.core.organisation.api import services
from communes.deliberations.api.item import create_item
from communes.deliberations.api.meeting import create_meeting
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.importing.meeting import plan_import
from communes.deliberations.domain.importing.plan import ImportReport
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.importing.organ import let_manage
from communes.deliberations.importing.organ import make_assembly
from communes.deliberations.importing.organ import settings_for
from communes.deliberations.importing.write import write_plan
from communes.deliberations.permissions import ADD_ASSEMBLY
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.storage.assembly import find_assembly
from communes.deliberations.storage.item import PORTAL_TYPE as ITEM
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.meeting import meeting_rows
from communes.deliberations.storage.meeting import PORTAL_TYPE as MEETING
from plone import api
from Products.CMFCore.indexing import getQueue
from Products.CMFCore.indexing import processQueue
import transaction


def dry_run(site: object, text: str | bytes) -> ImportReport:
    """Return what importing ``text`` would write, or every fault with its row.

    The assembly is found by its name; an unknown one is made from the seats, with
    the rules of a town council. Nothing is written.

    :raises MayNot: the user may not import into that assembly.
    """
    # The name stands inside the file: a first reading gives it.
    first = plan_import(text)
    title = CONSEIL.title if first.plan is None else first.plan.assembly
    settings, exists = settings_for(site, title)
    _require_right(site, settings, exists)
    return plan_import(
        text,
        settings,
        taken_days=_taken_days(site, settings),
        taken_ids=_taken_ids(settings),
    )


def import_meeting(
    site: object, text: str | bytes, service: str | None = None
) -> IMeeting:
    """Write the meeting of ``text`` and return it, in preparation.

    Attendance and votes are encoded, urgent items accepted; the meeting then goes
    through its states like any other. Whoever imports into an assembly that does not
    exist yet manages its meetings.

    :param service: id of the service that brings the items; by default the first.
    :raises ImportRefused: there are faults; its reasons are the rows. Nothing was
        written.
    :raises MayNot: the user may not import into that assembly.
    """
    plan = dry_run(site, text).accepted()
    settings, exists = settings_for(site, plan.assembly)
    importer = current_user()
    processQueue()
    before = transaction.savepoint()
    try:
        with api.env.adopt_roles(["Manager"]):
            assembly = make_assembly(site, settings, plan)
            if not exists:
                let_manage(settings, importer)
            brings = service or services(site)[0].id
            meeting = write_plan(assembly, plan, brings, create_meeting, create_item)
            note_change("import", meeting, source=plan.source, items=len(plan.items))
    except Exception:  # whatever went wrong, nothing of it may stay
        getQueue().clear()
        before.rollback()
        raise
    return meeting


def _require_right(site: object, settings: AssemblySettings, exists: bool) -> None:
    if exists:
        require(MANAGE_MEETING, find_assembly(site, settings.id))
    else:
        require(ADD_ASSEMBLY, site)


def _taken_days(site: object, settings: AssemblySettings) -> set:
    assembly = find_assembly(site, settings.id)
    rows = () if assembly is None else meeting_rows(assembly)
    return {row.date.date() for row in rows}


def _taken_ids(settings: AssemblySettings) -> set[str]:
    brains = unrestricted(
        portal_type=[ITEM, MEETING], deliberations_assembly=settings.id
    )
    return {one.deliberations_external_id for one in brains} - {""}

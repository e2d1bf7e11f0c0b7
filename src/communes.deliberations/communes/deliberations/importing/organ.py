"""The assembly an imported meeting belongs to, made from its seats when it is new."""

from communes.core.organisation.api import apply_organisation
from communes.core.organisation.api import mandates
from communes.core.organisation.api import mandates_in_office
from communes.core.organisation.api import services
from communes.core.organisation.content.organisation import IOrganisation
from communes.core.organisation.domain import Mandate
from communes.core.organisation.domain import Organisation
from communes.core.organisation.domain import Person
from communes.core.organisation.domain import Service
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.domain.importing.plan import ImportPlan
from communes.deliberations.domain.importing.preview import assembly_for
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.domain.workflow import MANAGERS
from communes.deliberations.storage.assembly import all_assemblies
from communes.deliberations.storage.assembly import find_assembly
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.service import group_of
from communes.deliberations.workflow.founding import found_assembly
from datetime import date
from datetime import timedelta
from plone import api


#: The service that brings imported items when the file and the site name none.
SECRETARIAT = Service("secretariat", "Secrétariat général")


def settings_for(site: object, title: str) -> tuple[AssemblySettings, bool]:
    """Return the settings of the assembly of that name, and whether it exists.

    A name nobody knows gets the rules of a town council.
    """
    existing = [settings_of(assembly) for assembly in all_assemblies(site)]
    if title.casefold() == CONSEIL.title.casefold():
        existing.append(CONSEIL)
    found = assembly_for(title, existing)
    return found, find_assembly(site, found.id) is not None


def make_assembly(
    site: object, settings: AssemblySettings, plan: ImportPlan
) -> IAssembly:
    """Return the assembly of the plan; people and mandates come from its seats.

    Mandates are written only where the assembly has nobody in office on that day:
    what the commune already knows of its members is not overruled by a file.
    """
    known = services(site)
    seated = mandates_in_office(site, settings.id, plan.day)
    if not known or not seated:
        apply_organisation(
            site, _organisation(site, settings, plan, not known, not seated)
        )
    return found_assembly(site, settings)


def let_manage(settings: AssemblySettings, user: str) -> None:
    """Give a person the meetings of an assembly that was just founded.

    Nobody else could open them yet; the settings of the commune then say who may.
    """
    if api.user.get(userid=user) is not None:
        group = group_of(settings.id, MANAGERS)
        api.group.add_user(
            groupname=group, username=api.user.get(userid=user).getUserName()
        )


def _organisation(
    site: object,
    settings: AssemblySettings,
    plan: ImportPlan,
    without_service: bool,
    without_seats: bool,
) -> Organisation:
    found = next(
        (one for one in site.objectValues() if IOrganisation.providedBy(one)), None
    )
    people = {
        seat.id: Person(seat.id, seat.name, seat.gender)
        for seat in (plan.seats if without_seats else ())
    }
    last = _last_day(site, settings.id, plan.day)
    return Organisation(
        name=site.title if found is None else found.title,
        nis="" if found is None else found.nis,
        category="commune" if found is None else found.category,
        inhabitants=0 if found is None else found.inhabitants,
        services=(SECRETARIAT,) if without_service else (),
        persons=tuple(people.values()),
        mandates=tuple(
            Mandate(
                person=people[seat.id],
                body=settings.id,
                role=seat.title,
                group=seat.group,
                precedence=rank,
                starts=plan.day,
                ends=last,
                votes=seat.votes,
            )
            for rank, seat in enumerate(plan.seats if without_seats else (), start=1)
        ),
    )


def _last_day(site: object, assembly: str, day: date) -> date | None:
    """Return the day before the next members known took their seats, if there are.

    Those of an old file would otherwise sit beside those of today.
    """
    later = [one.starts for one in mandates(site, assembly) if one.starts > day]
    return min(later) - timedelta(days=1) if later else None

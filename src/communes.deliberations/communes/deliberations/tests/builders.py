"""Builders of the solution's tests: a town with services, people, assemblies, items.

People are named by what they do. ``as_user`` runs a block as one of them.
"""

from collections.abc import Iterator
from communes.core.organisation.api import apply_organisation
from communes.core.organisation.domain import Mandate
from communes.core.organisation.domain import Membership
from communes.core.organisation.domain import Organisation
from communes.core.organisation.domain import Person
from communes.core.organisation.domain import Service
from communes.deliberations import api as door
from communes.deliberations.domain.preparation.settings import PreparationSettings
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.settings import COLLEGE
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.workflow.founding import found_assembly
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from datetime import datetime
from plone import api


SERVICES = (
    Service("travaux", "Travaux et voirie"),
    Service("finances", "Service des finances"),
)

#: account -> what it is a member of
PEOPLE = {
    "createur": (("travaux", "creators"),),
    "chef-de-service": (("travaux", "reviewers"),),
    "observateur": (("travaux", "observers"),),
    "createur-finances": (("finances", "creators"),),
    "chef-finances": (("finances", "reviewers"),),
    "directeur-general": (
        ("conseil", "meetingmanagers"),
        ("college", "meetingmanagers"),
    ),
    "echevin": (("college", "members"), ("conseil", "members")),
    "conseiller": (("conseil", "members"),),
    "agent-sans-groupe": (),
}

#: seat -> the account of who holds it
ACCOUNTS = {"echevin-1": "echevin", "conseiller-1": "conseiller"}

SEATS = ("bourgmestre", "echevin-1", "conseiller-1", "conseiller-2", "conseiller-3")


def town(*settings: AssemblySettings) -> None:
    """Make the services, the accounts, the seats and the assemblies of a town."""
    _make_town(organisation(), settings)


def town_without_seats() -> None:
    """Make the same town where nobody has been given a mandate yet."""
    _make_town(replace(organisation(), persons=(), mandates=()), ())


def _make_town(town: Organisation, settings: tuple[AssemblySettings, ...]) -> None:
    api.portal.set_registry_record("communes.core.slug", "valmont")
    for account in PEOPLE:
        api.user.create(
            username=account, email=f"{account}@example.be", password="Secret-123456"
        )
    apply_organisation(api.portal.get(), town)
    for one in settings or (COLLEGE, CONSEIL):
        found_assembly(api.portal.get(), one)


def organisation() -> Organisation:
    """Return the town as plain values."""
    people = {
        seat: Person(seat, f"Titulaire {seat}", user=ACCOUNTS.get(seat, ""))
        for seat in (*SEATS, "dg")
    }
    mandates = [
        Mandate(person, body, seat, "", rank, date(2018, 12, 3), votes=seat != "dg")
        for body in ("conseil", "college")
        for rank, (seat, person) in enumerate(people.items(), start=1)
    ]
    return Organisation(
        name="Valmont-sur-Lesse",
        nis="99901",
        category="commune",
        inhabitants=9800,
        services=SERVICES,
        persons=tuple(people.values()),
        mandates=tuple(mandates),
        memberships=tuple(
            Membership(account, unit, role)
            for account, groups in PEOPLE.items()
            for unit, role in groups
        ),
    )


def assembly(id: str = "conseil"):
    """Return one of the town's assemblies."""
    return door.assembly(api.portal.get(), id)


@contextmanager
def as_user(account: str) -> Iterator[None]:
    """Run a block as that person, with no more rights than theirs."""
    with api.env.adopt_user(username=account):
        yield


def draft(assembly_id: str = "conseil", **values: object):
    """Return an item just created by the clerk of the works department."""
    defaults = {
        "title": "Réfection de la rue du Moulin : cahier des charges",
        "proposing_service": "travaux",
        "decision": "<p>DÉCIDE d'approuver le cahier des charges.</p>",
    }
    with as_user("createur"):
        return door.create_item(assembly(assembly_id), {**defaults, **values})


def validated(assembly_id: str = "conseil", **values: object):
    """Return an item its service has finished with."""
    item = draft(assembly_id, **values)
    with as_user("createur"):
        door.do_transition(item, "propose")
    with as_user("chef-de-service"):
        door.do_transition(item, "validate")
    return item


def with_preparation(site, base: AssemblySettings = CONSEIL, **chosen: object):
    """Give an assembly of the town other options for the work before its meetings."""
    settings = replace(base, preparation=PreparationSettings(**chosen))
    return found_assembly(site, settings)


def step(item: object, account: str, name: str, **options: object) -> None:
    """Take a step of an item as one of the people."""
    with as_user(account):
        door.do_transition(item, name, **options)


def meeting(assembly_id: str = "conseil", when: datetime | None = None):
    """Return a meeting of the past, so that it can be decided."""
    with as_user("directeur-general"):
        return door.create_meeting(
            assembly(assembly_id), {"date": when or datetime(2023, 5, 22, 20, 0)}
        )

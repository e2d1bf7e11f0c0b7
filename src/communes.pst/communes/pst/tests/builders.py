"""Builders of the solution's tests: a town with services, people and a small programme.

People are named by what they do. ``as_user`` runs a block as one of them.
"""

from collections.abc import Iterator
from communes.core.organisation.api import apply_organisation
from communes.core.organisation.domain import Mandate
from communes.core.organisation.domain import Membership
from communes.core.organisation.domain import Organisation
from communes.core.organisation.domain import Person
from communes.core.organisation.domain import Service
from communes.core.organisation.groups import add_member
from communes.pst import api as door
from communes.pst.api.plan import create_plan
from communes.pst.api.plan import edit_plan
from communes.pst.exceptions import PlanArchived
from communes.pst.storage.access import group_of
from communes.pst.storage.writing import plant
from communes.pst.tests import plans as records
from contextlib import contextmanager
from datetime import date
from plone import api


__all__ = ["PlanArchived", "door"]
PASSWORD = "Secret-123456"
PLAN = "pst-2024-2030"
SERVICES = (
    Service("travaux", "Travaux et voirie"),
    Service("finances", "Service des finances"),
)
#: account -> the groups it is in
PEOPLE = {
    "directrice-generale": (("pst", "editors"),),
    "lecteur": (("pst", "readers"),),
    "gestionnaire-travaux": (("travaux", "actioneditor"),),
    "gestionnaire-finances": (("finances", "actioneditor"),),
    "agent-travaux": (("travaux", "creators"),),
    "responsable": (),
    "echevin": (),
    "porteur": (),
    "ouvrier": (),
    "agent-sans-role": (),
}


def town() -> None:
    """Make the services, the accounts, the college and an empty plan."""
    api.portal.set_registry_record("communes.core.slug", "valmont")
    for account in PEOPLE:
        api.user.create(
            username=account,
            email=f"{account}@example.be",
            password=PASSWORD,
            properties={"fullname": account.replace("-", " ").capitalize()},
        )
    site = api.portal.get()
    apply_organisation(site, organisation())
    with api.env.adopt_roles(["Manager"]):
        plan = create_plan(
            site,
            PLAN,
            {
                "title": "PST 2024-2030",
                "starts": date(2024, 12, 2),
                "ends": date(2030, 12, 1),
                "budget_years": (2025, 2026, 2027, 2028, 2029, 2030),
            },
        )
        terms = [{"id": "cohesion", "title": "Cohésion sociale"}]
        edit_plan(plan, {"categories": terms, "sector_plans": terms})
    for account, groups in PEOPLE.items():
        for unit, role in groups:
            add_member(site, group_of(unit, role), account)


def organisation() -> Organisation:
    """Return the town as plain values."""
    alderman = Person("echevin-1", "Échevin des travaux", "m", user="echevin")
    mandate = Mandate(alderman, "college", "échevin", "", 2, date(2024, 12, 2))
    return Organisation(
        name="Valmont-sur-Lesse",
        nis="99901",
        category="commune",
        inhabitants=9800,
        services=SERVICES,
        persons=(alderman,),
        mandates=(mandate,),
        memberships=(Membership("agent-travaux", "travaux", "creators"),),
    )


def plan():
    """Return the plan of the town."""
    return door.plan(api.portal.get(), PLAN)


@contextmanager
def as_user(account: str) -> Iterator[None]:
    """Run a block as that person, with no more rights than theirs."""
    with api.env.adopt_user(username=account):
        yield


def made(place, kind: str, **values: object):
    """Return an element made by the general director."""
    with as_user("directrice-generale"):
        return door.create_element(place, kind, {"title": f"Un {kind}", **values})


def branch(**values: object) -> dict:
    """Return one element of each level, in the first state, with its people.

    :param values: of the action.
    """
    part = made(plan(), "part", title="Volet externe", side="external")
    goal = made(part, "strategicobjective", title="Une commune où il fait bon vivre")
    objective = made(
        goal,
        "operationalobjective",
        title="Rénover les écoles",
        managers=("travaux",),
        mandataries=("echevin-1",),
        administratives=("responsable",),
    )
    action = made(
        objective,
        "pstaction",
        **{
            "title": "Isoler l'école du Centre",
            "managers": ("travaux",),
            "carrier": "porteur",
            "planned_begin": date(2026, 1, 1),
            "planned_end": date(2027, 6, 30),
            **values,
        },
    )
    task = made(action, "task", title="Rédiger le cahier des charges",
                service="travaux", user="ouvrier")  # fmt: skip
    return {"part": part, "goal": goal, "objective": objective, "action": action,
            "task": task}  # fmt: skip


def two_objectives() -> dict:
    """Return a branch and, as ``other``, an objective of another service."""
    found = branch()
    found["other"] = made(
        found["goal"],
        "operationalobjective",
        title="Entretenir les cimetières",
        managers=("finances",),
    )
    return found


def step(obj, account: str, name: str) -> None:
    """Take a step of an element as one of the people."""
    with as_user(account):
        door.do_transition(obj, name)


def arrive(obj, state: str) -> None:
    """Take an element to a state, whoever may."""
    from communes.pst.storage.writing import bring_to

    bring_to(obj, state)


def grown(count: int) -> None:
    """Plant a programme of ``count`` actions under one objective."""
    tree = records.one_branch(
        *(records.action(f"a{number}", "oo") for number in range(count))
    )
    with api.env.adopt_roles(["Manager"]):
        plant(plan(), tree)

"""What the tests of the advices share: assemblies with rules, and who advises."""

from communes.core.organisation.groups import add_member
from communes.deliberations.api import advising as writing
from communes.deliberations.domain.advices.settings import AdviceSettings
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.storage.advice import advices_of
from communes.deliberations.storage.advice import course_of
from communes.deliberations.storage.advice import write_course
from communes.deliberations.storage.service import group_of
from communes.deliberations.tests import builders
from communes.deliberations.tests.advice_rules import LEGALITY
from communes.deliberations.tests.advice_rules import LONGER
from communes.deliberations.workflow.founding import found_assembly
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from decimal import Decimal
from plone import api


SETTINGS = AdviceSettings(
    rules=(LEGALITY, LONGER), advisers=("juridique",), waiting_state=True
)
FULL = replace(
    LEGALITY, steps=("controller", "editor", "reviewer", "manager", "signed")
)
DEAR = {"budget_related": True, "budget_amount": Decimal("48000")}
DF = "directeur-financier"
POSITIVE = {
    "kind": "positive_with_remarks",
    "motivation": "<p>Les crédits sont inscrits à l'article 421/731-60.</p>",
}
#: Where the advices look at the clock.
CLOCKS = (
    "api.advice",
    "api.advice_list",
    "api.advising",
    "storage.advice",
    "workflow.advices.following",
    "workflow.advices.inheriting",
    "workflow.advices.obstacles",
)
#: account -> (service, role) of those who advise
ADVISERS = {
    "directeur-financier": ("finances", "advisers"),
    "juriste": ("juridique", "advisers"),
}


def found(
    advices: AdviceSettings = SETTINGS, base: AssemblySettings = CONSEIL
) -> object:
    """Return the assembly with those advices, and people in the groups they need."""
    assembly = found_assembly(api.portal.get(), replace(base, advices=advices))
    for account, (service, role) in ADVISERS.items():
        join(account, service, role)
    return assembly


def join(account: str, service: str, role: str) -> None:
    """Make the account if need be, and put it in a group of the service."""
    if api.user.get(username=account) is None:
        api.user.create(
            username=account, email=f"{account}@example.be", password="Secret-123456"
        )
    group = group_of(service, role)
    if api.group.get(groupname=group) is not None:
        add_member(api.portal.get(), group, account)


def proposed(assembly_id: str = "conseil", **values: object) -> object:
    """Return an item above the threshold, proposed to the head of its service."""
    item = builders.draft(assembly_id, **{**DEAR, **values})
    with builders.as_user("createur"):
        builders.door.do_transition(item, "propose")
    return item


def it_is(monkeypatch: object, moment: datetime) -> None:
    """Let the advices believe in another day and hour."""
    for name in CLOCKS:
        monkeypatch.setattr(f"communes.deliberations.{name}.now", lambda: moment)


def only(item):
    """Return the one advice of the item."""
    (advice,) = advices_of(item)
    return advice


def course(item):
    return course_of(only(item))[0]


def give(item, account=DF, **values):
    """Write and give the item's one advice."""
    with builders.as_user(account):
        writing.write_advice(only(item), {**POSITIVE, **values})
        writing.act_on_advice(only(item), "give")


def make_late(item):
    """Let the delay of the item's advice have ended yesterday."""
    late = replace(course(item), deadline=date.today() - timedelta(days=1))
    write_course(only(item), late, "test")

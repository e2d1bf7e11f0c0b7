"""What the tests of the advices share: assemblies with rules, and who advises."""

from communes.core.organisation.groups import add_member
from communes.deliberations.domain.advices.settings import AdviceSettings
from communes.deliberations.domain.advices.settings import AdviserRule
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.storage.service import group_of
from communes.deliberations.tests import builders
from communes.deliberations.workflow.founding import found_assembly
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from plone import api


LEGALITY = AdviserRule(
    id="legalite",
    title="Avis de légalité",
    service="finances",
    mandatory=True,
    budget=True,
    threshold=True,
    legal_delay="legality_advice",
)
LONGER = replace(
    LEGALITY,
    id="legalite-prolongee",
    title="Avis de légalité (prolongé)",
    legal_delay="legality_advice_longer",
    chained_to="legalite",
)
SETTINGS = AdviceSettings(
    rules=(LEGALITY, LONGER), advisers=("juridique",), waiting_state=True
)
FULL = replace(
    LEGALITY, steps=("controller", "editor", "reviewer", "manager", "signed")
)
DEAR = {"budget_related": True, "budget_amount": Decimal("48000")}
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

"""Bring a whole programme into an empty plan, as one use case."""

from communes.core.access.permission import require
from communes.core.access.plain import to_plain
from communes.core.errors.domain import RuleRefused
from communes.core.journal.api import record
from communes.pst.content.element import IElement
from communes.pst.content.plan import IPlan
from communes.pst.domain.errors import I18N_DOMAIN
from communes.pst.domain.programme import Programme
from communes.pst.permissions import MANAGE_PLAN
from communes.pst.storage.programme import programme_of
from communes.pst.storage.record import LISTS
from communes.pst.storage.writing import plant


#: What a plan takes over from the record of another, beside its lists.
FIELDS = (
    "starts",
    "ends",
    "budget_years",
    "ins_code",
    "fiscal_year",
    "aldermen_designated_on",
    "noted_on",
)


class PlanNotEmpty(RuleRefused):
    """A whole programme comes into an empty plan only. Cure: make a new plan."""

    code = "plan_not_empty"
    template = "« ${plan} » contient déjà des éléments : créez un nouveau programme."
    i18n_domain = I18N_DOMAIN


def bring_programme(plan: IPlan, tree: Programme) -> dict[str, IElement]:
    """Make every element of ``tree`` in the plan, in the states they have.

    The lists and the days of the plan become those of the tree; elements keep their
    reference numbers. In one transaction: all of it, or nothing.

    :return: id in the tree -> element.
    :raises MayNot: the user does not manage the plan.
    :raises PlanNotEmpty: it holds something already.
    """
    require(MANAGE_PLAN, plan)
    if programme_of(plan).elements:
        raise PlanNotEmpty(plan=plan.title)
    for name in FIELDS:
        setattr(plan, name, getattr(tree.plan, name))
    plan.lists = {name: tuple(to_plain(getattr(tree.plan, name))) for name in LISTS}
    plan.rolled_up_states = tuple(tree.plan.rolled_up_states)
    made = plant(plan, tree)
    plan.revision += 1
    plan.reindexObject()
    record("pst.brought", plan, elements=len(made))
    return made

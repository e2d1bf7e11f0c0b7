"""What citizens read of a plan: the choice of levels and fields, and the result."""

from communes.core.access.permission import require
from communes.pst.content.plan import IPlan
from communes.pst.domain.choices import Kind
from communes.pst.domain.public import public_elements
from communes.pst.domain.public import PublicChoice
from communes.pst.domain.public import PublicElement
from communes.pst.domain.public import PublicField
from communes.pst.storage.programme import full_programme
from datetime import date


def public_choice(plan: IPlan) -> PublicChoice:
    """Return the levels and fields a plan shows; the usual ones where it never said.

    :raises MayNot: the user may not see the plan.
    """
    require("View", plan)
    usual = PublicChoice()
    levels, fields = plan.public_levels, plan.public_fields
    return PublicChoice(
        usual.levels if levels is None else tuple(map(Kind, levels)),
        usual.fields if fields is None else tuple(map(PublicField, fields)),
    )


def public_view(plan: IPlan, today: date | None = None) -> tuple[PublicElement, ...]:
    """Return what citizens see of a plan on a day, and nothing else of it.

    Loads each element once: for the site of the citizens, not for a list of agents.

    :raises MayNot: the user may not see the plan.
    """
    choice = public_choice(plan)
    return public_elements(full_programme(plan), choice, today or date.today())

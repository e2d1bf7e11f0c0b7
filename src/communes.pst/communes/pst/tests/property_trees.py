"""Random programmes: any shape the levels allow, links and money included."""

from communes.pst.domain.choices import Health
from communes.pst.domain.money import BudgetRow
from communes.pst.domain.money import Share
from communes.pst.domain.split import divided
from communes.pst.domain.states import ActionState
from communes.pst.tests.plans import action
from communes.pst.tests.plans import link
from communes.pst.tests.plans import of
from communes.pst.tests.plans import operational
from communes.pst.tests.plans import strategic
from communes.pst.tests.plans import task
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hypothesis import strategies as st


CENTS = st.integers(min_value=0, max_value=10_000_000).map(
    lambda cents: Decimal(cents) / 100
)
ROWS = st.lists(
    st.builds(
        BudgetRow,
        st.sampled_from(["wallonie", "ville", "europe"]),
        st.integers(min_value=2025, max_value=2030),
        CENTS,
    ),
    max_size=3,
).map(tuple)
DAYS = st.none() | st.dates(min_value=date(2024, 1, 1), max_value=date(2031, 12, 31))


@st.composite
def programmes(draw):
    """Draw two strategic objectives, a few objectives, actions, tasks and links."""
    objectives = [
        operational(f"oo{index}", draw(st.sampled_from(["os1", "os2"])), position=index)
        for index in range(draw(st.integers(min_value=1, max_value=4)))
    ]
    actions = [
        draw(_actions(index, [one.id for one in objectives]))
        for index in range(draw(st.integers(min_value=0, max_value=6)))
    ]
    links = [
        link(f"l-{one.id}-{objective.id}", objective.id, one.id, position=90)
        for one in actions
        for objective in objectives
        if objective.id != one.parent and draw(st.booleans())
    ]
    tasks = [
        task(f"t{index}", draw(st.sampled_from(actions)).id, due_on=draw(DAYS))
        for index in range(
            draw(st.integers(min_value=0, max_value=6)) if actions else 0
        )
    ]
    shared = [draw(_with_split(one, links)) for one in actions]
    return of(strategic("os1"), strategic("os2"), *objectives, *shared, *links, *tasks)


@st.composite
def _actions(draw, index, objectives):
    begin, end = draw(DAYS), draw(DAYS)
    if begin and end and end < begin:
        begin, end = end, begin
    return action(
        f"a{index}",
        draw(st.sampled_from(objectives)),
        position=index,
        budget=draw(ROWS),
        progress=draw(st.integers(min_value=0, max_value=100)),
        weight=Decimal(draw(st.integers(min_value=0, max_value=5))),
        state=draw(st.sampled_from(list(ActionState))).value,
        health=draw(st.sampled_from(list(Health))),
        planned_begin=begin,
        planned_end=end,
    )


@st.composite
def _with_split(draw, one, links):
    here = [one.id, *(shown.id for shown in links if shown.target == one.id)]
    parts = [Decimal(draw(st.integers(min_value=0, max_value=50))) for _ in here]
    if not sum(parts) or draw(st.booleans()):
        return one
    shares = divided(Decimal(100), parts)
    return replace(
        one,
        split=tuple(
            Share(place, share) for place, share in zip(here, shares, strict=True)
        ),
    )

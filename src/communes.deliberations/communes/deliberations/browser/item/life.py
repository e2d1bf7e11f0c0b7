"""The life of an item as steps: review, agenda, decision."""

from communes.core.parts.domain.values import Step
from communes.deliberations.domain.labels import ITEM_STATE_LABELS
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.states import DECIDED_STATES
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import OUT_OF_MEETING
from communes.deliberations.domain.workflow import agenda_path
from communes.deliberations.domain.workflow import levels_for
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label


DECIDED = _("step_decided", default="Décidé")


def steps_of(service: str, settings: AssemblySettings, state: str) -> list[Step]:
    """Return the steps an item of that service goes through in its assembly.

    An item sent back for correction, or in a state the settings use no more, is
    shown aside, between what is done and what comes.
    """
    now = ItemState(state)
    levels = levels_for(settings, service)
    names = {level.state: level.title for level in levels}
    path = [
        ItemState.ITEMCREATED,
        *(level.state for level in levels),
        ItemState.VALIDATED,
        *agenda_path(settings),
    ]
    titles = [names.get(one) or label(ITEM_STATE_LABELS, one) for one in path]
    if now in OUT_OF_MEETING.values():
        prepared = [Step(title, "done") for title in titles[: len(levels) + 2]]
        return [*prepared, Step(label(ITEM_STATE_LABELS, now), "now")]
    if now in DECIDED_STATES:
        last = Step(label(ITEM_STATE_LABELS, now), "now")
        return [*(Step(title, "done") for title in titles), last]
    if now not in path:
        return _aside(titles, path, now)
    at = path.index(now)
    steps = [Step(title, _standing(place, at)) for place, title in enumerate(titles)]
    return [*steps, Step(DECIDED)]


def _standing(place: int, at: int) -> str:
    if place == at:
        return "now"
    return "done" if place < at else "todo"


def _aside(titles: list[str], path: list[ItemState], now: ItemState) -> list[Step]:
    back = path.index(ItemState.VALIDATED) if now is ItemState.RETURNED else 0
    done = [Step(title, "done") for title in titles[: back + 1]]
    rest = [Step(title) for title in titles[back + 1 :]]
    here = Step(label(ITEM_STATE_LABELS, now), "aside")
    return [*done, here, *rest, Step(DECIDED)]

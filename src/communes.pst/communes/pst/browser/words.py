"""How pages name states, levels, people and places: tags, trails and short phrases."""

from collections.abc import Iterable
from collections.abc import Sequence
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Tag
from communes.pst.domain.choices import Health
from communes.pst.domain.choices import Kind
from communes.pst.domain.element import Element
from communes.pst.domain.labels import ACTION_STATE_LABELS
from communes.pst.domain.labels import ACTION_TRANSITION_LABELS
from communes.pst.domain.labels import HEALTH_LABELS
from communes.pst.domain.labels import KIND_LABELS
from communes.pst.domain.labels import OBJECTIVE_STATE_LABELS
from communes.pst.domain.labels import OBJECTIVE_TRANSITION_LABELS
from communes.pst.domain.labels import TASK_STATE_LABELS
from communes.pst.domain.labels import TASK_TRANSITION_LABELS
from communes.pst.domain.programme import Programme
from communes.pst.domain.reference import reference
from communes.pst.i18n import _
from communes.pst.i18n import label
from plone import api
from zope.i18n import translate
from zope.i18nmessageid import Message


STATES_OF = {
    Kind.STRATEGIC: OBJECTIVE_STATE_LABELS,
    Kind.OPERATIONAL: OBJECTIVE_STATE_LABELS,
    Kind.ACTION: ACTION_STATE_LABELS,
    Kind.SUB_ACTION: ACTION_STATE_LABELS,
    Kind.TASK: TASK_STATE_LABELS,
}
STEPS_OF = {
    Kind.STRATEGIC: OBJECTIVE_TRANSITION_LABELS,
    Kind.OPERATIONAL: OBJECTIVE_TRANSITION_LABELS,
    Kind.ACTION: ACTION_TRANSITION_LABELS,
    Kind.SUB_ACTION: ACTION_TRANSITION_LABELS,
    Kind.TASK: TASK_TRANSITION_LABELS,
}
_KINDS = {
    "created": "off",
    "to_be_scheduled": "wait",
    "to_assign": "wait",
    "to_do": "wait",
    "ongoing": "info",
    "in_progress": "info",
    "achieved": "ok",
    "terminated": "ok",
    "realized": "ok",
    "closed": "ok",
    "stopped": "off",
}
HEALTH_KINDS = {
    Health.GOOD: "ok",
    Health.RISK: "wait",
    Health.BLOCKED: "late",
    Health.PAUSED: "off",
}


def state_word(kind: Kind, state: str) -> Message:
    """Return what a state is called; empty for what has none."""
    labels = STATES_OF.get(kind)
    if labels is None or not state:
        return ""
    known = next(one for one in labels if one.value == state)
    return label(labels, known)


def step_word(kind: Kind, step: str) -> Message:
    """Return the words of the button of a step."""
    labels = STEPS_OF[kind]
    return label(labels, next(one for one in labels if one.value == step))


def state_tag(kind: Kind, state: str) -> Tag | None:
    """Return the tag of a state; None for what has none."""
    word = state_word(kind, state)
    return Tag(word, _KINDS.get(state, "info")) if word else None


def any_state_tag(state: str) -> Tag:
    """Return the tag of a state, whatever has it: no two levels name one otherwise."""
    for kind in (Kind.ACTION, Kind.STRATEGIC, Kind.TASK):
        if state in {one.value for one in STATES_OF[kind]}:
            return Tag(state_word(kind, state), _KINDS.get(state, "info"))
    return Tag(state, "off")


def short_reference(tree: Programme, id: str) -> str:
    """Return "A.12"; empty for what has no number."""
    element = tree.elements.get(id)
    return "" if element is None else reference(element)


def health_tag(health: Health) -> Tag:
    """Return the tag of a health."""
    return Tag(label(HEALTH_LABELS, health), HEALTH_KINDS[health])


BEGINS_LATE = _("begins_late", default="Devrait avoir commencé")


def late_tag(days: int) -> Tag:
    """Return the tag of what is late since so many days."""
    said = _("late_days", default="${days} j de retard", mapping={"days": days})
    return Tag(said, "late")


def kind_word(kind: Kind) -> Message:
    """Return what a level is called."""
    return label(KIND_LABELS, kind)


def titled(element: Element, numbers: bool = True) -> str:
    """Return "A.12 Rénover l'école", the reference first."""
    name = reference(element) if numbers else ""
    return f"{name} {element.title}" if name else element.title


def home_url() -> str:
    """Return the address of the first page of the programme."""
    return f"{api.portal.get().absolute_url()}/pst"


def trail(*objects: object) -> Sequence[Crumb]:
    """Return the places above a page: the solution, then the objects given."""
    below = [Crumb(one.title, one.absolute_url()) for one in objects if one is not None]
    return (Crumb(_("product", default="Programme stratégique"), home_url()), *below)


def said(text: object, request: object) -> str:
    """Return a message in the person's language."""
    return str(translate(text, context=request))


def inside(text: object, request: object) -> str:
    """Return a message as it stands inside a sentence."""
    told = said(text, request)
    return told[:1].lower() + told[1:]


def joined(parts: Iterable[object], request: object) -> str:
    """Return the phrases that are not empty, with a middle dot between them."""
    told = [said(one, request) for one in parts if one]
    return " · ".join(told)


def briefly(reasons: Sequence[str]) -> str:
    """Return what stands against a step, in one line."""
    return " ".join(reasons)


def opening(element: Element) -> Message:
    """Return what opening a branch shows, for who hears the page."""
    name = reference(element) or element.title
    return _("tree_open_branch", default="Ce qui compose ${name}",
             mapping={"name": name})  # fmt: skip


def percent(value: int) -> str:
    """Return « 45 % »."""
    return f"{value}\u00a0%"

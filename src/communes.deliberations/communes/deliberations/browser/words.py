"""How pages name states, people and places: tags, trails and short phrases."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import hour
from communes.core.parts.domain.writing import long_date
from communes.core.parts.domain.writing import short_date
from communes.deliberations.api.agenda import Place
from communes.deliberations.api.assembly import assembly_settings
from communes.deliberations.api.transition import Transition
from communes.deliberations.api.types import Urgency
from communes.deliberations.api.types import URGENCY_LABELS
from communes.deliberations.domain.choices import Treatment
from communes.deliberations.domain.choices import TREATMENT_LABELS
from communes.deliberations.domain.labels import ITEM_STATE_LABELS
from communes.deliberations.domain.labels import ITEM_TRANSITION_LABELS
from communes.deliberations.domain.labels import MEETING_STATE_LABELS
from communes.deliberations.domain.labels import MEETING_TRANSITION_LABELS
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.states import DEFERRED_STATES
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import LEVEL_STATES
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.states import OUT_OF_MEETING
from communes.deliberations.domain.states import POSITIVE_STATES
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from datetime import datetime
from plone import api
from zope.i18n import translate
from zope.i18nmessageid import Message


_ITEM_KINDS = {
    ItemState.ITEMCREATED: "off",
    ItemState.RETURNED: "late",
    ItemState.WAITING_ADVICES: "wait",
    ItemState.REFUSED: "late",
    ItemState.REMOVED: "off",
    ItemState.NOT_APPLICABLE: "off",
    **dict.fromkeys(LEVEL_STATES, "wait"),
    **dict.fromkeys(POSITIVE_STATES, "ok"),
    **dict.fromkeys(DEFERRED_STATES, "wait"),
    **dict.fromkeys(OUT_OF_MEETING.values(), "ok"),
}
_MEETING_KINDS = {MeetingState.CREATED: "wait", MeetingState.CLOSED: "off"}


#: How many reasons are told at once; the pages of the items tell the rest.
TOLD = 2


def item_tag(state: str, settings: AssemblySettings | None = None) -> Tag:
    """Return the tag of an item's state, with the assembly's own name of a level."""
    known = ItemState(state)
    own = (
        {one.state: one.title for one in settings.validation_levels} if settings else {}
    )
    word = own.get(known) or label(ITEM_STATE_LABELS, known)
    return Tag(word, _ITEM_KINDS.get(known, "info"))


def meeting_tag(state: str) -> Tag:
    """Return the tag of a meeting's state."""
    known = MeetingState(state)
    return Tag(label(MEETING_STATE_LABELS, known), _MEETING_KINDS.get(known, "info"))


def home_url() -> str:
    """Return the address of the first page of the deliberations."""
    return f"{api.portal.get().absolute_url()}/deliberations"


def trail(*objects: object) -> Sequence[Crumb]:
    """Return the places above a page: the solution, then the objects given."""
    below = [Crumb(one.title, one.absolute_url()) for one in objects if one is not None]
    return (Crumb(_("deliberations", default="Délibérations"), home_url()), *below)


def titles(pairs: Sequence) -> dict[str, str]:
    """Return id -> title of settings or services."""
    return {one.id: one.title for one in pairs}


def category_title(assembly: object, id: str) -> str:
    """Return the name of a category of an assembly; empty when it has none."""
    return titles(assembly_settings(assembly).categories).get(id, "") if id else ""


def day_and_hour(moment: datetime) -> str:
    """Return « lundi 22 mai 2023, 20 h »."""
    return f"{long_date(moment.date())}, {hour(moment)}"


def brief_day(moment: datetime, today: datetime) -> str:
    """Return « lun. 22 mai 2023 », without the year when it is this one."""
    return short_date(moment.date(), today.date())


def capital(text: str) -> str:
    """Return a sentence with a capital first letter."""
    return text[:1].upper() + text[1:]


def briefly(reasons: Sequence[str]) -> str:
    """Return the first sentences, and how many others there are."""
    told = " ".join(reasons[:TOLD])
    others = len(reasons) - TOLD
    if others < 1:
        return told
    mapping = {"told": told, "count": others}
    if others == 1:
        return _("one_more", default="${told} Et ${count} autre.", mapping=mapping)
    return _("some_more", default="${told} Et ${count} autres.", mapping=mapping)


def refused_line(title: str, why: str, request: object) -> str:
    """Return one refusal among several: the thing, then why."""
    line = _(
        "refused_line",
        default="« ${title} » : ${why}",
        mapping={"title": title, "why": why},
    )
    return said(line, request)


def told(summary: str, refused: Sequence[str]) -> str:
    """Return what was done, and why the rest was refused."""
    if not refused:
        return summary
    return _(
        "done_and_refused",
        default="${done} Refusé : ${why}",
        mapping={"done": summary, "why": briefly(refused)},
    )


def said(text: str, request: object) -> str:
    """Return a text as its reader sees it: what is joined to others is said first."""
    return translate(text, context=request) if isinstance(text, Message) else text


def joined(texts: Iterable[str], request: object) -> str:
    """Return texts on one line, those that are empty left out."""
    return " · ".join(said(one, request) for one in texts if one)


def named(labels: Mapping[str, str], value: str | None) -> str:
    """Return the label of a value; empty when it has none."""
    return label(labels, value) if value in labels else ""


def item_number(place: Place | None) -> str:
    """Return « Point 12 »; empty for an item that is on no agenda."""
    if place is None:
        return ""
    mapping = {"number": place.number}
    return _("item_number", default="Point ${number}", mapping=mapping)


def urgency(value: str) -> str:
    """Return how urgent an item is; empty when it is not."""
    known = Urgency(value)
    return "" if known == Urgency.NONE else label(URGENCY_LABELS, known)


def step_title(step: Transition) -> str:
    """Return what stands on the button of a step, of an item or of a meeting."""
    for labels in (ITEM_TRANSITION_LABELS, MEETING_TRANSITION_LABELS):
        if labels.get(step.id) == step.title:
            return label(labels, step.id)
    return step.title


def treatment(value: str) -> str:
    """Return what is done with an item that is not there to be decided; else empty."""
    plain = value in ("", Treatment.DECISION)
    return "" if plain else label(TREATMENT_LABELS, value)


def closed_word() -> str:
    """Return how a line says that an item is dealt with behind closed doors."""
    return _("closed_word", default="huis clos")


def not_possible(title: str, why: str) -> str:
    """Return the sentence of a step that is refused."""
    return _(
        "step_not_possible",
        default="« ${step} » n'est pas possible : ${why}",
        mapping={"step": title, "why": why},
    )

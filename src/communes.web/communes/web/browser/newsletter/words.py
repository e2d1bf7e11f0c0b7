"""The words of the pages of newsletters."""

from communes.core.parts.domain.values import Step
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import date_in_words
from communes.core.parts.domain.writing import hour
from communes.web.domain.clock import local
from communes.web.domain.newsletter.issue import IssueState
from communes.web.i18n import _
from datetime import datetime


STATES = {
    IssueState.DRAFT: (_("issue_draft", default="En rédaction"), "info"),
    IssueState.TESTED: (_("issue_tested", default="Testé"), "info"),
    IssueState.SCHEDULED: (_("issue_scheduled", default="Planifié"), "wait"),
    IssueState.SENDING: (_("issue_sending", default="Envoi en cours"), "wait"),
    IssueState.SENT: (_("issue_sent", default="Envoyé"), "ok"),
    IssueState.ARCHIVED: (_("issue_archived", default="En ligne"), "ok"),
}
KIND_WORDS = {
    "text": _("block_text", default="Texte"),
    "news": _("block_news", default="Actualité"),
    "event": _("block_event", default="Événement"),
    "service": _("block_service", default="Démarche"),
    "image": _("block_image", default="Image"),
}


def state_tag(state: IssueState) -> Tag:
    """Return the state of an issue as a tag."""
    return Tag(*STATES[state])


def steps(state: IssueState) -> list[Step]:
    """Return the life of an issue and where it stands."""
    order = list(STATES)
    here = order.index(state)
    return [
        Step(word, "done" if place < here else "now" if place == here else "todo")
        for place, (word, _kind) in enumerate(STATES.values())
    ]


def moment_words(moment: datetime | None) -> str:
    """Return « 23 novembre 2026, 8 h »; empty for none."""
    if moment is None:
        return ""
    here = local(moment)
    return f"{date_in_words(here.date())}, {hour(here)}"

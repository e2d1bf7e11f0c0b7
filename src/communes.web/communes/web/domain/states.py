"""The states of a content of the website, and the steps between them."""

from dataclasses import dataclass
from enum import StrEnum


class WebState(StrEnum):
    """Where a content stands; citizens see ``published`` alone."""

    PRIVATE = "private"
    PROPOSED = "proposed"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class WebTransition(StrEnum):
    """The steps people and the worker take."""

    PROPOSE = "propose"
    RETRACT = "retract"
    REJECT = "reject"
    PUBLISH = "publish"
    HIDE = "hide"
    ARCHIVE = "archive"
    RESTORE = "restore"
    #: Waits for its moment: taken by ``api.transition.plan`` alone.
    PLAN = "plan"


@dataclass(frozen=True)
class Step:
    """From which states a step leaves, and where it leads."""

    sources: frozenset[WebState]
    target: WebState


def _step(target: WebState, *sources: WebState) -> Step:
    return Step(frozenset(sources), target)


STEPS = {
    WebTransition.PROPOSE: _step(WebState.PROPOSED, WebState.PRIVATE),
    WebTransition.RETRACT: _step(WebState.PRIVATE, WebState.PROPOSED),
    WebTransition.REJECT: _step(WebState.PRIVATE, WebState.PROPOSED),
    WebTransition.PUBLISH: _step(
        WebState.PUBLISHED, WebState.PRIVATE, WebState.PROPOSED, WebState.ARCHIVED
    ),
    WebTransition.HIDE: _step(WebState.PRIVATE, WebState.PUBLISHED),
    WebTransition.ARCHIVE: _step(WebState.ARCHIVED, WebState.PUBLISHED),
    WebTransition.RESTORE: _step(WebState.PRIVATE, WebState.ARCHIVED),
    WebTransition.PLAN: _step(
        WebState.PROPOSED, WebState.PRIVATE, WebState.PUBLISHED, WebState.ARCHIVED
    ),
}
STATE_LABELS = {
    WebState.PRIVATE: "Privé",
    WebState.PROPOSED: "Proposé",
    WebState.PUBLISHED: "Publié",
    WebState.ARCHIVED: "Archivé",
}
STEP_LABELS = {
    WebTransition.PROPOSE: "Proposer à la publication",
    WebTransition.RETRACT: "Reprendre",
    WebTransition.REJECT: "Renvoyer à l'auteur",
    WebTransition.PUBLISH: "Publier",
    WebTransition.HIDE: "Dépublier",
    WebTransition.ARCHIVE: "Archiver",
    WebTransition.RESTORE: "Remettre en rédaction",
    WebTransition.PLAN: "Planifier",
}
#: What is shown needs to be ready for everybody.
CHECKED = frozenset({WebTransition.PROPOSE, WebTransition.PLAN, WebTransition.PUBLISH})

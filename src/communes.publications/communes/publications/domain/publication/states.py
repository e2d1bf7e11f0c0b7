"""The states of a publication, under the ids the field knows."""

from enum import StrEnum


class PublicationState(StrEnum):
    """What becomes of a regulation or a notice."""

    PRIVATE = "private"
    PROPOSED = "proposed"
    PLANNED = "planned"
    PUBLISHED = "published"
    ARCHIVED = "archived"
    UNPUBLISHED = "unpublished"


class PublicationTransition(StrEnum):
    """A step of a publication."""

    PROPOSE = "propose"
    BACK_TO_PRIVATE = "back_to_private"
    PLAN = "plan"
    BACK_TO_PROPOSED = "back_to_proposed"
    PUBLISH = "publish"
    ARCHIVE = "archive"
    UNPUBLISH = "unpublish"


_STATE, _STEP = PublicationState, PublicationTransition

PUBLICATION_TARGETS = {
    _STEP.PROPOSE: _STATE.PROPOSED,
    _STEP.BACK_TO_PRIVATE: _STATE.PRIVATE,
    _STEP.PLAN: _STATE.PLANNED,
    _STEP.BACK_TO_PROPOSED: _STATE.PROPOSED,
    _STEP.PUBLISH: _STATE.PUBLISHED,
    _STEP.ARCHIVE: _STATE.ARCHIVED,
    _STEP.UNPUBLISH: _STATE.UNPUBLISHED,
}

#: Which steps lead out of a state, in the order they are offered.
PUBLICATION_EXITS = {
    _STATE.PRIVATE: (_STEP.PROPOSE,),
    _STATE.PROPOSED: (_STEP.PLAN, _STEP.PUBLISH, _STEP.BACK_TO_PRIVATE),
    _STATE.PLANNED: (_STEP.PUBLISH, _STEP.BACK_TO_PROPOSED),
    _STATE.PUBLISHED: (_STEP.ARCHIVE, _STEP.UNPUBLISH),
    _STATE.ARCHIVED: (_STEP.UNPUBLISH,),
    _STATE.UNPUBLISHED: (_STEP.PUBLISH, _STEP.BACK_TO_PRIVATE),
}

PUBLICATION_STATE_LABELS = {
    PublicationState.PRIVATE: "En préparation",
    PublicationState.PROPOSED: "Proposée",
    PublicationState.PLANNED: "Planifiée",
    PublicationState.PUBLISHED: "Publiée",
    PublicationState.ARCHIVED: "Archivée",
    PublicationState.UNPUBLISHED: "Dépubliée",
}

PUBLICATION_TRANSITION_LABELS = {
    PublicationTransition.PROPOSE: "Proposer",
    PublicationTransition.BACK_TO_PRIVATE: "Remettre en préparation",
    PublicationTransition.PLAN: "Planifier",
    PublicationTransition.BACK_TO_PROPOSED: "Déplanifier",
    PublicationTransition.PUBLISH: "Publier",
    PublicationTransition.ARCHIVE: "Archiver",
    PublicationTransition.UNPUBLISH: "Dépublier",
}

#: What everyone may read: an archived text stays readable, with a warning.
PUBLIC_STATES = frozenset({PublicationState.PUBLISHED, PublicationState.ARCHIVED})
#: Where a text may still change.
WRITABLE_STATES = frozenset({PublicationState.PRIVATE, PublicationState.PROPOSED})
#: The steps that must say why: citizens read it.
REASONED = frozenset({PublicationTransition.UNPUBLISH})

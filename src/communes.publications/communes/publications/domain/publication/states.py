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
    _STATE.PRIVATE: "En préparation",
    _STATE.PROPOSED: "Proposée",
    _STATE.PLANNED: "Planifiée",
    _STATE.PUBLISHED: "Publiée",
    _STATE.ARCHIVED: "Archivée",
    _STATE.UNPUBLISHED: "Dépubliée",
}

PUBLICATION_TRANSITION_LABELS = {
    _STEP.PROPOSE: "Proposer",
    _STEP.BACK_TO_PRIVATE: "Remettre en préparation",
    _STEP.PLAN: "Planifier",
    _STEP.BACK_TO_PROPOSED: "Déplanifier",
    _STEP.PUBLISH: "Publier",
    _STEP.ARCHIVE: "Archiver",
    _STEP.UNPUBLISH: "Dépublier",
}

#: What everyone may read: an archived text stays readable, with a warning.
PUBLIC_STATES = frozenset({_STATE.PUBLISHED, _STATE.ARCHIVED})
#: Where a text may still change.
WRITABLE_STATES = frozenset({_STATE.PRIVATE, _STATE.PROPOSED})
#: The steps that must say why: citizens read it.
REASONED = frozenset({_STEP.UNPUBLISH})

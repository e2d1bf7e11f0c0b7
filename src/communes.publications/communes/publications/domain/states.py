"""The states of what the portal shows, under the ids the field knows."""

from communes.publications.domain.projection import DECISION
from communes.publications.domain.projection import PROJECT
from enum import StrEnum


class InstitutionState(StrEnum):
    """Whether citizens see an institution at all."""

    PRIVATE = "private"
    PUBLISHED = "published"


class MeetingState(StrEnum):
    """What citizens see of a meeting."""

    PRIVATE = "private"
    IN_PROJECT = "in_project"
    DECISION = "decision"


class DecisionStage(StrEnum):
    """What one item is: a draft, a decision, or what is left of it."""

    # The same words as the stages of a meeting; written out to be collected.
    PROJECT = "project"
    DECISION = "decision"
    WITHDRAWN = "withdrawn"
    GONE = "gone"


class MeetingTransition(StrEnum):
    """A step of a meeting on the portal."""

    SEND_TO_PROJECT = "send_to_project"
    PUBLISH = "publish"
    BACK_TO_PRIVATE = "back_to_private"
    BACK_TO_PROJECT = "back_to_project"


MEETING_TARGETS = {
    MeetingTransition.SEND_TO_PROJECT: MeetingState.IN_PROJECT,
    MeetingTransition.PUBLISH: MeetingState.DECISION,
    MeetingTransition.BACK_TO_PRIVATE: MeetingState.PRIVATE,
    MeetingTransition.BACK_TO_PROJECT: MeetingState.IN_PROJECT,
}

MEETING_STATE_LABELS = {
    MeetingState.PRIVATE: "Privé",
    MeetingState.IN_PROJECT: "Projet de décision",
    MeetingState.DECISION: "Décision",
}

STAGE_LABELS = {
    DecisionStage.PROJECT: "Projet de décision",
    DecisionStage.DECISION: "Décision",
    DecisionStage.WITHDRAWN: "Retiré",
    DecisionStage.GONE: "N'est plus à l'ordre du jour",
}

#: Where a meeting stands when a projection of that stage is shown.
STATE_OF_STAGE = {PROJECT: MeetingState.IN_PROJECT, DECISION: MeetingState.DECISION}
#: The step that leads there, by where it stands.
STEPS = {
    (MeetingState.PRIVATE, MeetingState.IN_PROJECT): MeetingTransition.SEND_TO_PROJECT,
    (MeetingState.PRIVATE, MeetingState.DECISION): MeetingTransition.PUBLISH,
    (MeetingState.IN_PROJECT, MeetingState.DECISION): MeetingTransition.PUBLISH,
    (MeetingState.DECISION, MeetingState.IN_PROJECT): MeetingTransition.BACK_TO_PROJECT,
}

"""What an adviser may answer, and what an advice is called while there is no answer."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class AdviceKind(StrEnum):
    """The answer of an adviser."""

    POSITIVE = "positive"
    POSITIVE_WITH_REMARKS = "positive_with_remarks"
    POSITIVE_WITH_COMMENTS = "positive_with_comments"
    POSITIVE_AFTER_MODIFICATION = "positive_after_modification"
    CAUTIOUS = "cautious"
    NEGATIVE = "negative"
    NEGATIVE_AS_IS = "negative_as_is"
    NIL = "nil"
    READ = "read"
    BACK_TO_SERVICE = "back_to_proposing_group"


class Standing(StrEnum):
    """Where an advice stands on a given day.

    ``NOT_STARTED``: the item is not yet where advices are given. ``TO_GIVE``: the
    delay runs, or there is none. ``TIMED_OUT``: the delay is over without an answer.
    """

    NOT_STARTED = "not_started"
    TO_GIVE = "not_given"
    ASKED_AGAIN = "asked_again"
    HIDDEN = "hidden_during_redaction"
    TIMED_OUT = "timed_out"
    GIVEN = "given"


KIND_LABELS: Mapping[AdviceKind, str] = MappingProxyType(
    {
        AdviceKind.POSITIVE: "Positif",
        AdviceKind.POSITIVE_WITH_REMARKS: "Positif avec remarques",
        AdviceKind.POSITIVE_WITH_COMMENTS: "Positif commenté",
        AdviceKind.POSITIVE_AFTER_MODIFICATION: "Positif après modification",
        AdviceKind.CAUTIOUS: "Réservé",
        AdviceKind.NEGATIVE: "Négatif",
        AdviceKind.NEGATIVE_AS_IS: "Négatif en l'état",
        AdviceKind.NIL: "Néant",
        AdviceKind.READ: "Pris connaissance",
        AdviceKind.BACK_TO_SERVICE: "Renvoyé au groupe proposant",
    }
)

STANDING_LABELS: Mapping[Standing, str] = MappingProxyType(
    {
        Standing.NOT_STARTED: "Pas encore soumis",
        Standing.TO_GIVE: "Non rendu",
        Standing.ASKED_AGAIN: "Demandé à nouveau",
        Standing.HIDDEN: "Caché pendant la rédaction",
        Standing.TIMED_OUT: "Non rendu dans le délai",
        Standing.GIVEN: "Rendu",
    }
)

#: Sent back unanswered: the service completes its file, then asks again.
UNANSWERED = frozenset({AdviceKind.BACK_TO_SERVICE})

"""How far the urgency of an item went: asked by the service, declared in session."""

from enum import StrEnum


class Urgency(StrEnum):
    """What an item says of its urgency (CDLD L1122-24 for a council)."""

    NONE = "none"
    WISHED = "wished"
    ACCEPTED = "accepted"
    REFUSED = "refused"


URGENCY_LABELS = {
    Urgency.NONE: "Aucune",
    Urgency.WISHED: "Souhaitée",
    Urgency.ACCEPTED: "Acceptée",
    Urgency.REFUSED: "Refusée",
}

"""What citizens look for: the kinds of things that are found."""

from communes.publications.domain.projection import DECISION
from communes.publications.domain.projection import PROJECT


MEETING, PUBLICATION = "meeting", "publication"
KIND_LABELS = {
    DECISION: "Décision",
    PROJECT: "Projet de décision",
    MEETING: "Séance",
    PUBLICATION: "Règlement ou avis",
}

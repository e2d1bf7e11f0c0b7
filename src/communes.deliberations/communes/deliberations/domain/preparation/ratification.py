"""The item by which an assembly ratifies what was decided in urgency."""

from communes.core.parts.domain.writing import long_date
from dataclasses import dataclass
import datetime
from html import escape


@dataclass(frozen=True)
class Ratified:
    """A decision taken out of meeting; the texts are HTML already cleaned."""

    title: str
    motivation: str
    decision: str
    urgency_motivation: str
    organ: str
    day: datetime.date


def ratification_texts(found: Ratified) -> tuple[str, str, str]:
    """Return title, motivation and decision of the item that ratifies it."""
    said = escape(
        f"Vu la décision prise en urgence par {found.organ} le {long_date(found.day)}, "
        "dans l'attente de la présente séance ;"
    )
    why = escape(" ".join(found.urgency_motivation.split()))
    motivation = (
        f"<p>{said}</p><p>Considérant l'urgence ainsi motivée : {why} ;</p>"
        f"{found.motivation}"
    )
    ratifies = escape(
        f"RATIFIE la décision prise par {found.organ} le {long_date(found.day)}, "
        "rédigée comme suit :"
    )
    title = f"Ratification : {found.title}"
    return title, motivation, f"<p>{ratifies}</p>{found.decision}"

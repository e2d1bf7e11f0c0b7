"""The minutes as they are kept: the text that was submitted, and its corrections."""

from collections.abc import Iterable
from communes.core.parts.domain.writing import date_in_words
from communes.deliberations.domain.document_html import heading
from communes.deliberations.domain.document_html import paragraph
from communes.deliberations.domain.document_html import section
from communes.deliberations.domain.documents import LegalText
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Correction:
    """One correction, kept beside the text rather than written into it.

    :param item: UID of the item it is about; empty for the minutes as a whole.
    :param number: of that item, as shown.
    :param public: False for a correction about a closed item.
    """

    text: str
    on: date
    by: str
    item: str = ""
    number: str = ""
    public: bool = True


def with_corrections(
    text: LegalText,
    corrections: Iterable[Correction],
    *,
    closed: bool,
    approved_on: date | None = None,
) -> LegalText:
    """Return the minutes with their corrections and the day of their approval below.

    Without ``closed`` no word of a correction of a closed item is left.
    """
    kept = [one for one in corrections if closed or one.public]
    lines = [paragraph(_line(one)) for one in kept]
    told = section("corrections", heading(2, "Corrections"), *lines) if lines else ""
    approved = ""
    if approved_on is not None:
        words = "avec les corrections ci-dessus " if kept else ""
        approved = paragraph(
            f"Procès-verbal approuvé {words}en séance du {date_in_words(approved_on)}.",
            "mention",
        )
    body, mark, signatures = text.html.rpartition('<section class="signatures">')
    if not mark:
        return LegalText(text.title, text.html + told + approved)
    return LegalText(text.title, body + told + approved + mark + signatures)


def _line(one: Correction) -> str:
    where = f"Point {one.number} : " if one.number else ""
    return f"{where}{one.text} (correction du {date_in_words(one.on)})"

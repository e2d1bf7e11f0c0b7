"""The documents of a meeting once it is held: acts in one, publication, attendance."""

from communes.core.parts.domain.writing import date_in_words
from communes.core.parts.domain.writing import long_date
from communes.deliberations.domain.attendance import Presence
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.document_html import heading
from communes.deliberations.domain.document_html import paragraph
from communes.deliberations.domain.document_html import section
from communes.deliberations.domain.document_html import signature_row
from communes.deliberations.domain.document_html import table
from communes.deliberations.domain.documents import deliberation
from communes.deliberations.domain.documents import LegalText
from communes.deliberations.domain.minutes import signatures
from communes.deliberations.domain.records import for_the_public
from communes.deliberations.domain.records import ItemRecord
from communes.deliberations.domain.records import MeetingRecord
from communes.deliberations.domain.states import POSITIVE_STATES
from communes.deliberations.domain.wording import of


PRESENCE_WORDS = {
    Presence.PRESENT: "Présent·e",
    Presence.EXCUSED: "Excusé·e",
    Presence.ABSENT: "Absent·e",
    Presence.REPLACED: "Remplacé·e",
}


def all_deliberations(meeting: MeetingRecord) -> LegalText:
    """Return every deliberation of a meeting one after the other, closed ones too."""
    title = _titled("Délibérations", meeting)
    acts = [one for one in meeting.items if one.decision or one.motivation]
    return LegalText(
        title,
        heading(1, title)
        + paragraph(meeting.institution, "subtitle")
        + "".join(deliberation(meeting, one).html for one in acts),
    )


def public_deliberations(meeting: MeetingRecord) -> LegalText:
    """Return the deliberations of the public part."""
    return all_deliberations(for_the_public(meeting))


def publication_list(meeting: MeetingRecord) -> LegalText:
    """Return the list of the public decisions to publish; never a closed item."""
    title = _titled("Liste des décisions à publier", meeting)
    items = for_the_public(meeting).public_items
    decided = [one for one in items if one.state in POSITIVE_STATES]
    rows = [(one.number, one.title, one.reference) for one in decided]
    none = paragraph("Aucune décision à publier.")
    return LegalText(
        title,
        heading(1, title)
        + paragraph(meeting.institution, "subtitle")
        + (table(("N°", "Objet", "Référence"), rows) if rows else none)
        + signature_row(signatures(meeting)),
    )


def attendance_sheet(meeting: MeetingRecord) -> LegalText:
    """Return the sheet on which the members sign, with how each stands."""
    title = _titled("Fiche des présences", meeting)
    rows = [
        (one.name, one.title, _presence(meeting, one), "") for one in meeting.roll.seats
    ]
    return LegalText(
        title,
        heading(1, title)
        + paragraph(meeting.institution, "subtitle")
        + table(("Nom", "Fonction", "Présence", "Signature"), rows)
        + signature_row(signatures(meeting)),
    )


def report(meeting: MeetingRecord, item: ItemRecord, summary: str) -> LegalText:
    """Return the report (note) on one item, for those who will decide it.

    :param summary: cleaned HTML of the « note de synthèse »; empty for none.
    """
    name = of(meeting.assembly.name_with_article)
    parts = [
        paragraph(f"Rapport à la séance {name}", "subtitle"),
        heading(1, item.title),
        paragraph(f"{meeting.institution} – séance du {date_in_words(meeting.day)}"),
        paragraph(f"Point {item.number}", "mention"),
    ]
    for title, html in (
        ("Synthèse", summary),
        ("Motivation", item.motivation),
        ("Projet de décision", item.decision),
    ):
        if html:
            parts.append(heading(2, title) + section("item", html))
    return LegalText(item.title, "".join(parts))


def _titled(what: str, meeting: MeetingRecord) -> str:
    name = of(meeting.assembly.name_with_article)
    return f"{what} de la séance {name} du {long_date(meeting.day)}"


def _presence(meeting: MeetingRecord, seat: Seat) -> str:
    standing = meeting.roll.presences.get(seat.id)
    return PRESENCE_WORDS.get(standing, "") if standing is not None else ""

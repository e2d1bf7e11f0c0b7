"""The legal documents of a meeting as titled HTML, ready for the document engine.

Who may read a document decides which function is called: those named ``public_``
never hold a word of a closed item.
"""

from collections.abc import Iterable
from communes.core.parts.domain.writing import date_in_words
from communes.core.parts.domain.writing import long_date
from communes.deliberations.domain.choices import Treatment
from communes.deliberations.domain.document_html import bullets
from communes.deliberations.domain.document_html import heading
from communes.deliberations.domain.document_html import paragraph
from communes.deliberations.domain.document_html import section
from communes.deliberations.domain.document_html import signature_row
from communes.deliberations.domain.document_html import steps
from communes.deliberations.domain.law import in_force
from communes.deliberations.domain.minutes import attendance_groups
from communes.deliberations.domain.minutes import full_minutes
from communes.deliberations.domain.minutes import Group
from communes.deliberations.domain.minutes import item_text
from communes.deliberations.domain.minutes import ItemText
from communes.deliberations.domain.minutes import Minutes
from communes.deliberations.domain.minutes import public_minutes
from communes.deliberations.domain.minutes import signatures
from communes.deliberations.domain.records import for_the_public
from communes.deliberations.domain.records import ItemRecord
from communes.deliberations.domain.records import MeetingRecord
from communes.deliberations.domain.wording import hour
from communes.deliberations.domain.wording import of
from communes.deliberations.domain.wording import opened
from dataclasses import dataclass
from dataclasses import replace


@dataclass(frozen=True)
class LegalText:
    """One document: its title for the file, and its structured HTML."""

    title: str
    html: str


def convocation(meeting: MeetingRecord) -> LegalText:
    """Return the letter that convenes the members, closed items included.

    What was only taken up in session as urgent was never convened.
    """
    urgent = {id for urgency in meeting.urgencies for id in urgency.items}
    convened = replace(
        meeting, items=tuple(item for item in meeting.items if item.id not in urgent)
    )
    name = meeting.assembly.name_with_article
    title = f"Convocation à la séance {of(name)} du {long_date(meeting.day)}"
    law = in_force("convocation", meeting.assembly.organ, meeting.day)
    basis = f"Conformément à l'article {_article(law.article)}, nous" if law else "Nous"
    moment = f", à {hour(meeting.opened_at)}" if meeting.opened_at else ""
    place = f", {meeting.place}" if meeting.place else ""
    again = {2: "deuxième", 3: "troisième"}.get(meeting.call)
    return LegalText(
        title,
        heading(1, title)
        + paragraph(meeting.institution, "subtitle")
        + (paragraph(f"{opened(again)} convocation", "mention") if again else "")
        + paragraph(
            f"{basis} avons l'honneur de vous convoquer à la séance {of(name)} qui "
            f"aura lieu le {long_date(meeting.day)}{moment}{place}."
        )
        + heading(2, "Ordre du jour")
        + _agenda_lists(convened)
        + (
            paragraph(f"Fait le {date_in_words(meeting.convened_on)}.")
            if meeting.convened_on
            else ""
        )
        + signature_row(signatures(meeting)),
    )


def full_agenda(meeting: MeetingRecord) -> LegalText:
    """Return the agenda with its closed items, for the members."""
    name = of(meeting.assembly.name_with_article)
    title = f"Ordre du jour de la séance {name} du {long_date(meeting.day)}"
    moment = f" à {hour(meeting.opened_at)}" if meeting.opened_at else ""
    place = f" – {meeting.place}" if meeting.place else ""
    return LegalText(
        title,
        heading(1, title)
        + paragraph(meeting.institution, "subtitle")
        + paragraph(f"{opened(long_date(meeting.day))}{moment}{place}")
        + _agenda_lists(meeting),
    )


def public_agenda(meeting: MeetingRecord) -> LegalText:
    """Return the agenda the public may read: closed items keep their number only."""
    return full_agenda(for_the_public(meeting))


def deliberation(meeting: MeetingRecord, item: ItemRecord) -> LegalText:
    """Return the deliberation of one item, closed or not: the reader has the right."""
    return _deliberation(meeting, item, "", "")


def extract(meeting: MeetingRecord, item: ItemRecord) -> LegalText:
    """Return the certified extract of the register for one item."""
    name = of(meeting.assembly.name_with_article)
    head = f"Extrait du registre aux délibérations {name}"
    return _deliberation(meeting, item, head, "Pour extrait conforme,")


def full_minutes_text(meeting: MeetingRecord) -> LegalText:
    """Return the whole minutes, closed part included."""
    return _minutes(full_minutes(meeting))


def public_minutes_text(meeting: MeetingRecord) -> LegalText:
    """Return the minutes the public may read."""
    return _minutes(public_minutes(meeting))


def _minutes(minutes: Minutes) -> LegalText:
    html = [
        heading(1, minutes.title),
        paragraph(minutes.institution, "subtitle"),
        *(_group(group) for group in minutes.groups),
        paragraph(minutes.opening),
    ]
    for urgency in minutes.urgencies:
        html += [paragraph(urgency.sentence), steps(urgency.titles)]
    for name, items in _parts(minutes):
        html.append(heading(2, name) if name else "")
        html += [_item(item, minutes.subject) for item in items]
    html += [
        section("observations", minutes.observations),
        paragraph(minutes.closing),
        signature_row(minutes.signatures),
    ]
    return LegalText(minutes.title, "".join(html))


def _parts(minutes: Minutes) -> Iterable[tuple[str, list[ItemText]]]:
    if not minutes.in_parts:
        return [("", list(minutes.items))]
    parts = (
        ("Séance publique", [item for item in minutes.items if item.public]),
        ("Huis clos", [item for item in minutes.items if not item.public]),
    )
    return [part for part in parts if part[1]]


def _item(item: ItemText, subject: str) -> str:
    return section("item", heading(3, item.heading), _body(item, subject))


def _body(item: ItemText, subject: str) -> str:
    speaks = item.motivation or item.votes or item.decision
    told = f"Après en avoir délibéré, {' ; '.join(item.votes)}," if item.votes else ""
    return "".join(
        (
            *(paragraph(words, "mention") for words in item.movements),
            paragraph(f"{subject}," if speaks else ""),
            section("motivation", item.motivation),
            paragraph(told, "vote"),
            section("decision", item.decision),
            paragraph(item.fate),
        )
    )


def _group(group: Group) -> str:
    return section("attendance", heading(3, group.title), bullets(group.lines, "names"))


def _deliberation(
    meeting: MeetingRecord, item: ItemRecord, head: str, formula: str
) -> LegalText:
    text = item_text(meeting, item)
    kind = ""
    if meeting.assembly.public:
        kind = "Séance publique" if item.public else "Séance à huis clos"
    return LegalText(
        item.title,
        paragraph(head, "subtitle")
        + heading(1, item.title)
        + paragraph(f"{meeting.institution} – séance du {date_in_words(meeting.day)}")
        + paragraph(kind, "mention")
        + paragraph(item.reference, "mention")
        + "".join(_group(group) for group in attendance_groups(meeting, item))
        + section("item", _body(text, opened(meeting.assembly.name_with_article)))
        + paragraph(formula)
        + signature_row(signatures(meeting)),
    )


_TREATED: dict[str, str] = {
    Treatment.INFORMATION: " (pour information)",
    Treatment.ADVICE: " (pour avis)",
}


def _agenda_lists(meeting: MeetingRecord) -> str:
    if not meeting.assembly.public:
        return _agenda_list(meeting.items)
    parts = (
        ("Séance publique", meeting.public_items),
        ("Huis clos", meeting.closed_items),
    )
    return "".join(
        heading(3, name) + _agenda_list(items) for name, items in parts if items
    )


def _agenda_list(items: Iterable[ItemRecord]) -> str:
    lines = (
        paragraph(f"{item.number}. {item.title}{_TREATED.get(item.treatment, '')}")
        for item in items
    )
    return section("agenda", *lines)


def _article(cited: str) -> str:
    code, _comma, article = cited.partition(", art. ")
    return f"{article} du {code}" if article else cited

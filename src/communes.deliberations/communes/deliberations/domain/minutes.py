"""Minutes as a structure: what is told, in which order, before it becomes HTML."""

from collections.abc import Iterator
from communes.core.parts.domain.writing import long_date
from communes.deliberations.domain.attendance import Movement
from communes.deliberations.domain.attendance import Presence
from communes.deliberations.domain.attendance import present_at
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.law import in_force
from communes.deliberations.domain.records import for_the_public
from communes.deliberations.domain.records import ItemRecord
from communes.deliberations.domain.records import MeetingRecord
from communes.deliberations.domain.records import UrgencyRecord
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.vote_wording import urgency_words
from communes.deliberations.domain.vote_wording import vote_words
from communes.deliberations.domain.wording import agreed
from communes.deliberations.domain.wording import belonging_to
from communes.deliberations.domain.wording import hour
from communes.deliberations.domain.wording import of
from communes.deliberations.domain.wording import opened
from communes.deliberations.domain.wording import person
from communes.deliberations.domain.wording import titled
from dataclasses import dataclass


_FATES = {
    ItemState.REFUSED: "Le point est refusé.",
    ItemState.DELAYED: "Le point est reporté.",
    ItemState.POSTPONED: "Le point est reporté à la prochaine séance.",
    ItemState.REMOVED: "Le point est retiré de l'ordre du jour.",
    ItemState.NOT_APPLICABLE: "Le point est sans objet.",
}


@dataclass(frozen=True)
class Group:
    """People under one word: "Présents", "Excusée"; each a line with its function."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class UrgencyText:
    """The declaration of urgency: a sentence, then the items it is for."""

    sentence: str
    titles: tuple[str, ...]


@dataclass(frozen=True)
class ItemText:
    """One item of the minutes. ``motivation`` and ``decision`` are cleaned HTML."""

    heading: str
    public: bool
    movements: tuple[str, ...] = ()
    motivation: str = ""
    votes: tuple[str, ...] = ()
    decision: str = ""
    fate: str = ""
    reference: str = ""


@dataclass(frozen=True)
class Minutes:
    """The minutes of one meeting, or their public part."""

    title: str
    institution: str
    subject: str
    groups: tuple[Group, ...]
    opening: str
    urgencies: tuple[UrgencyText, ...]
    items: tuple[ItemText, ...]
    in_parts: bool
    closing: str
    observations: str
    signatures: tuple[tuple[str, str], ...]


def full_minutes(meeting: MeetingRecord) -> Minutes:
    """Return the whole minutes, the closed part included: for those who may read it."""
    head = f"Procès-verbal de la séance {of(meeting.assembly.name_with_article)}"
    return Minutes(
        title=f"{head} du {long_date(meeting.day)}",
        institution=meeting.institution,
        subject=opened(meeting.assembly.name_with_article),
        groups=attendance_groups(meeting),
        opening=_opening(meeting),
        urgencies=tuple(_urgency(meeting, one) for one in meeting.urgencies),
        items=tuple(item_text(meeting, item) for item in _in_order(meeting)),
        in_parts=meeting.assembly.public,
        closing=_closing(meeting),
        observations=meeting.observations,
        signatures=signatures(meeting),
    )


def public_minutes(meeting: MeetingRecord) -> Minutes:
    """Return the public part; of a closed item nothing but its number remains."""
    return full_minutes(for_the_public(meeting))


def attendance_groups(
    meeting: MeetingRecord, item: ItemRecord | None = None
) -> tuple[Group, ...]:
    """Return who was there and who was not, by precedence; empty groups left out.

    Without ``item`` as at the opening; with it as in the room at that item, those
    who came to the meeting and are not in the room standing apart.
    """
    roll = meeting.roll
    came = roll.standing(Presence.PRESENT)
    room = came if item is None else present_at(roll, item.id)
    groups = [
        ("Présent", room),
        ("Sorti", tuple(seat for seat in came if seat not in room)),
    ]
    for word, presence in (
        ("Excusé", Presence.EXCUSED),
        ("Absent", Presence.ABSENT),
        ("Remplacé", Presence.REPLACED),
    ):
        away = tuple(seat for seat in roll.standing(presence) if seat not in room)
        groups.append((word, away))
    return tuple(
        Group(agreed(word, seats), tuple(_line(meeting, seat) for seat in seats))
        for word, seats in groups
        if seats
    )


def item_text(meeting: MeetingRecord, item: ItemRecord) -> ItemText:
    """Return one item as the minutes and its deliberation tell it."""
    return ItemText(
        heading=f"{item.number}. {item.title}",
        public=item.public,
        movements=tuple(_movements(meeting, item)),
        motivation=item.motivation,
        votes=(item.vote_text,)
        if item.vote_text
        else tuple(vote_words(vote) for vote in item.votes),
        decision=item.decision,
        fate=_fate(item),
        reference=item.reference,
    )


def signatures(meeting: MeetingRecord) -> tuple[tuple[str, str], ...]:
    """Return (function, name) of the secretary, then of the president."""
    pairs = (
        (meeting.assembly.secretary_title, meeting.seated(meeting.secretary)),
        (meeting.assembly.president_title, meeting.seated(meeting.chair)),
    )
    return tuple((title, seat.name if seat else "") for title, seat in pairs)


def _in_order(meeting: MeetingRecord) -> tuple[ItemRecord, ...]:
    if not meeting.assembly.public:
        return meeting.items
    return (*meeting.public_items, *meeting.closed_items)


def _line(meeting: MeetingRecord, seat: Seat) -> str:
    substitute = meeting.seated(meeting.roll.replacements.get(seat.id, ""))
    if substitute is None:
        return titled(seat)
    return f"{titled(seat)}, par {person(substitute)}"


def _opening(meeting: MeetingRecord) -> str:
    words = ["La séance est ouverte"]
    if meeting.opened_at is not None:
        words.append(f"à {hour(meeting.opened_at)}")
    chair = meeting.seated(meeting.chair)
    if chair is not None:
        words.append(f"sous la présidence {belonging_to(chair)}")
    return " ".join(words) + "."


def _closing(meeting: MeetingRecord) -> str:
    if meeting.closed_at is None:
        return ""
    return f"La séance est levée à {hour(meeting.closed_at)}."


def _urgency(meeting: MeetingRecord, urgency: UrgencyRecord) -> UrgencyText:
    law = in_force("urgency", meeting.assembly.organ, meeting.day)
    cited = f" ({law.article})" if law else ""
    titles = {item.id: item.title for item in meeting.items}
    return UrgencyText(
        f"{opened(meeting.assembly.name_with_article)} déclare l'urgence{cited}, "
        f"{urgency_words(urgency.in_favour, urgency.present)}, et porte à l'ordre "
        "du jour :",
        tuple(titles[id] for id in urgency.items if id in titles),
    )


def _movements(meeting: MeetingRecord, item: ItemRecord) -> Iterator[str]:
    for passage in meeting.roll.passages:
        seat = meeting.seated(passage.seat)
        if passage.item == item.id and seat is not None:
            arrives = passage.movement == Movement.ARRIVES
            verb = "entre en séance" if arrives else "quitte la séance"
            yield f"{person(seat)} {verb} avant l'examen de ce point."
    law = in_force("interest", meeting.assembly.organ, meeting.day)
    cited = f" ({law.article})" if law else ""
    for where, id in meeting.roll.withdrawals:
        seat = meeting.seated(id)
        if where == item.id and seat is not None:
            yield (
                f"{person(seat)} se retire et ne prend part ni à l'examen de ce "
                f"point ni au vote{cited}."
            )


def _fate(item: ItemRecord) -> str:
    return next((words for state, words in _FATES.items() if state == item.state), "")

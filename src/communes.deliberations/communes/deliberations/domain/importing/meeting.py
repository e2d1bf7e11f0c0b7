"""From a file to the plan of a meeting: its assembly, its attendance, its agenda."""

from collections.abc import Collection
from communes.core.errors.domain import Reason
from communes.deliberations.domain.attendance import Presence
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.errors import because
from communes.deliberations.domain.errors import UnknownSeat
from communes.deliberations.domain.importing.items import read_items
from communes.deliberations.domain.importing.plan import ImportPlan
from communes.deliberations.domain.importing.plan import ImportReport
from communes.deliberations.domain.importing.reader import Faults
from communes.deliberations.domain.importing.reader import load
from communes.deliberations.domain.importing.reader import Row
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.settings import CONSEIL
from datetime import date
import re


KEYS = (
    "source",
    "assembly",
    "seats",
    "date",
    "opened_at",
    "closed_at",
    "place",
    "chaired_by",
    "attendance",
    "urgent_items",
    "items",
    "external_id",
)
PRESENCES = {
    "present": Presence.PRESENT,
    "excused": Presence.EXCUSED,
    "absent": Presence.ABSENT,
}
GENDERS = ("f", "m", "x", "")
_NUMBERED = re.compile(r".*?-(\d+)\Z")


def plan_import(
    text: str | bytes,
    settings: AssemblySettings = CONSEIL,
    taken_days: Collection[date] = (),
    taken_ids: Collection[str] = (),
) -> ImportReport:
    """Return what importing ``text`` would write, or every fault it has.

    Nothing is written here: this is the dry run, and the write takes its plan.
    ``settings`` gives the majority and tie rules; ``taken_days`` are the days on
    which the assembly already has a meeting, ``taken_ids`` the external ids in use.
    """
    faults = Faults()
    top = Row("séance", load(text, faults), faults)
    if faults.found:
        return ImportReport(None, tuple(faults.found))
    plan = _plan(top, settings, taken_ids)
    if plan.day in taken_days:
        top.fault("date", _taken("Une séance existe déjà à cette date."))
    if plan.external_id and plan.external_id in taken_ids:
        top.fault("external_id", _taken("Cette séance est déjà importée."))
    return ImportReport(None if faults.found else plan, tuple(faults.found))


def _plan(
    top: Row, settings: AssemblySettings, taken_ids: Collection[str]
) -> ImportPlan:
    """Read everything; what is at fault is noted and stands as an empty value."""
    top.only(KEYS)
    seats = _seats(top)
    presences, secretary = _attendance(top, seats)
    day = top.day("date") or date.max
    voters = tuple(
        seat
        for seat in seats
        if seat.votes and presences.get(seat.id) == Presence.PRESENT
    )
    items, in_favour = read_items(top, seats, voters, settings, day, taken_ids)
    return ImportPlan(
        assembly=top.text("assembly", required=True),
        seats=seats,
        day=day,
        presences=presences,
        items=items,
        opened_at=top.moment("opened_at"),
        closed_at=top.moment("closed_at"),
        place=top.text("place"),
        chair=_chair(top, seats, presences),
        secretary=secretary,
        urgency_in_favour=in_favour,
        source=top.text("source"),
        external_id=top.text("external_id"),
    )


def _seats(top: Row) -> tuple[Seat, ...]:
    found: dict[str, Seat] = {}
    for row in top.rows("seats", "siège"):
        row.only(("id", "role", "votes", "name", "gender", "group"))
        seat = Seat(
            id=row.text("id", required=True),
            name=row.text("name"),
            title=row.text("role", required=True),
            gender=row.text("gender"),
            votes=row.flag("votes"),
            group=row.text("group"),
        )
        if seat.gender not in GENDERS:
            row.fault(
                "gender",
                because("unknown_value", "Attendu : « f », « m », « x » ou rien."),
            )
        if seat.id in found:
            row.fault("id", _taken("Ce siège est donné deux fois : gardez-en un."))
        found[seat.id] = seat
    return _named(tuple(found.values()))


def _named(seats: tuple[Seat, ...]) -> tuple[Seat, ...]:
    """Give a seat without name the name of its function: "Échevin 2"."""
    named = []
    for seat in seats:
        if seat.name:
            named.append(seat)
            continue
        numbered = _NUMBERED.match(seat.id)
        function, comma, _rest = seat.title.partition(",")
        alike = [one for one in seats if one.title.partition(",")[0] == function]
        name = seat.title if comma and len(alike) > 1 else function
        name = f"{name} {numbered.group(1)}" if numbered else name
        named.append(
            Seat(
                seat.id,
                name[:1].upper() + name[1:],
                seat.title,
                seat.gender,
                seat.votes,
                seat.group,
            )
        )
    return tuple(named)


def _attendance(top: Row, seats: tuple[Seat, ...]) -> tuple[dict[str, Presence], str]:
    row = top.row("attendance", required=True)
    if row is None:
        return {}, ""
    row.only((*PRESENCES, "secretary"))
    given = [
        (key, presence, id)
        for key, presence in PRESENCES.items()
        for id in row.texts(key, required=key == "present")
    ]
    secretary = row.text("secretary")
    if secretary and secretary not in [id for _key, _presence, id in given]:
        given.append(("secretary", Presence.PRESENT, secretary))
    _check_attendance(row, seats, given)
    return {id: presence for _key, presence, id in given}, secretary


def _check_attendance(
    row: Row, seats: tuple[Seat, ...], given: list[tuple[str, Presence, str]]
) -> None:
    seen: set[str] = set()
    for key, _presence, id in given:
        if id not in {seat.id for seat in seats}:
            row.fault(key, UnknownSeat(seat=id))
        elif id in seen:
            row.fault(
                key,
                because(
                    "attendance_twice",
                    "« ${seat} » est noté deux fois : gardez une seule présence.",
                    seat=id,
                ),
            )
        seen.add(id)
    for seat in seats:
        if seat.id not in seen:
            row.fault(
                "absent",
                because(
                    "attendance_missing",
                    "« ${seat} » n'est ni présent, ni excusé, ni absent : notez-le.",
                    seat=seat.id,
                ),
            )


def _chair(top: Row, seats: tuple[Seat, ...], presences: dict[str, Presence]) -> str:
    chair = top.text("chaired_by", required=True)
    if not chair:
        return ""
    if chair not in {seat.id for seat in seats}:
        top.fault("chaired_by", UnknownSeat(seat=chair))
    elif presences.get(chair) != Presence.PRESENT:
        top.fault(
            "chaired_by",
            because(
                "chair_absent",
                "« ${seat} » préside sans être présent : corrigez l'un des deux.",
                seat=chair,
            ),
        )
    return chair


def _taken(sentence: str) -> Reason:
    return because("duplicate", sentence)

"""The agenda of an imported meeting, with its votes, checked against the attendance."""

from collections.abc import Collection
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.errors import because
from communes.deliberations.domain.errors import UnknownSeat
from communes.deliberations.domain.errors import VoteByAbsent
from communes.deliberations.domain.importing.ballots import read_vote
from communes.deliberations.domain.importing.ballots import Room
from communes.deliberations.domain.importing.plan import ItemPlan
from communes.deliberations.domain.importing.reader import Row
from communes.deliberations.domain.law import in_force
from communes.deliberations.domain.majority import Result
from communes.deliberations.domain.majority import share_of_present
from communes.deliberations.domain.settings import AssemblySettings
from dataclasses import replace
from datetime import date


UNANIMITY = "unanimité des membres présents"
KEYS = (
    "number",
    "public",
    "title",
    "vote",
    "motivation",
    "decision",
    "expected",
    "external_id",
)


def read_items(
    top: Row,
    seats: tuple[Seat, ...],
    voters: tuple[Seat, ...],
    settings: AssemblySettings,
    day: date,
    taken_ids: Collection[str],
) -> tuple[tuple[ItemPlan, ...], tuple[Seat, ...]]:
    """Return the items, urgent ones included, and who declared the urgency."""
    chair = str(top.values.get("chaired_by", ""))
    room = Room(seats, voters, settings, day, chair)
    rows = top.rows("items", "point")
    items = [_item(row, room) for row in rows]
    _no_twins(rows, items, taken_ids)
    titles, in_favour = _urgency(top, room)
    return _with_urgent(items, titles), in_favour


def _item(row: Row, room: Room) -> ItemPlan:
    row.only(KEYS)
    number = row.number("number", required=True)
    if number == 0:
        row.fault("number", because("zero", "Un point est numéroté à partir de 1."))
    vote, outcome = read_vote(row, room, str(number or ""))
    return ItemPlan(
        number=number or 0,
        title=row.text("title", required=True),
        public=row.flag("public"),
        motivation=row.text("motivation"),
        decision=row.text("decision", required=True),
        vote=vote,
        outcome=outcome,
        external_id=row.text("external_id"),
    )


def _no_twins(
    rows: tuple[Row, ...], items: list[ItemPlan], taken_ids: Collection[str]
) -> None:
    seen: dict[tuple[str, object], str] = {}
    for row, item in zip(rows, items, strict=True):
        for key, value in (
            ("number", item.number),
            ("title", " ".join(item.title.casefold().split())),
            ("external_id", item.external_id),
        ):
            if not value:
                continue
            if (key, value) in seen:
                row.fault(
                    key,
                    because(
                        "duplicate",
                        "Même valeur qu'au ${other} : chaque point est unique.",
                        other=seen[key, value],
                    ),
                )
            seen.setdefault((key, value), row.name)
        if item.external_id and item.external_id in taken_ids:
            row.fault("external_id", because("duplicate", "Ce point est déjà importé."))


def _urgency(top: Row, room: Room) -> tuple[tuple[str, ...], tuple[Seat, ...]]:
    row = top.row("urgent_items")
    if row is None:
        return (), ()
    row.only(("accepted", "titles"))
    titles = row.texts("titles", required=True)
    for place, title in enumerate(titles):
        if title in titles[:place]:
            row.fault(
                "titles",
                because("duplicate", "« ${title} » est donné deux fois.", title=title),
            )
    in_favour = _in_favour(row, room)
    law = in_force("urgency", room.settings.organ, room.day)
    if law is not None and law.share is not None:
        outcome = share_of_present(len(in_favour), len(room.voters), law.share)
        if outcome.result != Result.ADOPTED:
            row.fault(
                "accepted",
                because(
                    "urgency_not_carried",
                    "L'urgence n'est pas acquise : ${why}",
                    why=outcome.explanation,
                ),
            )
    return titles, in_favour


def _in_favour(row: Row, room: Room) -> tuple[Seat, ...]:
    """Who declared the urgency: the unanimity in words, or the list of the seats."""
    if not isinstance(row.values.get("accepted"), list):
        words = row.text("accepted", required=True)
        if words == UNANIMITY:
            return room.voters
        if words:
            row.fault(
                "accepted",
                because(
                    "unknown_value",
                    "Attendu : « ${expected} » ou la liste des sièges.",
                    expected=UNANIMITY,
                ),
            )
        return ()
    ids = row.texts("accepted")
    known = {seat.id for seat in room.seats}
    present = {seat.id for seat in room.voters}
    for id in ids:
        if id not in known:
            row.fault("accepted", UnknownSeat(seat=id))
        elif id not in present:
            row.fault("accepted", VoteByAbsent(seat=id, item="« urgence »"))
    return tuple(seat for seat in room.voters if seat.id in ids)


def _with_urgent(
    items: list[ItemPlan], titles: tuple[str, ...]
) -> tuple[ItemPlan, ...]:
    """Mark the urgent items; those only named in the urgency follow the others."""
    found = [replace(item, urgent=item.title in titles) for item in items]
    last = max((item.number for item in items), default=0)
    known = {item.title for item in items}
    added = (title for title in titles if title not in known)
    for number, title in enumerate(added, start=last + 1):
        found.append(ItemPlan(number, title, public=True, urgent=True))
    return tuple(found)

"""Who is there: every seat in one grid, then the exceptions."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Notice
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Tag
from communes.core.web.posting import save_button
from communes.deliberations.api import reading
from communes.deliberations.api.attendance import attendance
from communes.deliberations.browser import words
from communes.deliberations.browser.meeting.frame import MeetingFrame
from communes.deliberations.domain.attendance import Movement
from communes.deliberations.domain.attendance import Presence
from communes.deliberations.domain.attendance import PRESENCE_LABELS
from communes.deliberations.domain.attendance import RollCall
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


NOT_ENCODED = _("not_encoded", default="Pas encodé")
MOVEMENTS = (
    Option(Movement.ARRIVES.value, _("arrives", default="arrive avant le point")),
    Option(
        Movement.LEAVES.value, _("leaves", default="quitte la séance avant le point")
    ),
    Option("withdraws", _("withdraws", default="ne prend pas part au point (intérêt)")),
)


class AttendancePage(MeetingFrame):
    """The second tab: encoded by those who keep the meeting, read by the others."""

    tab = "attendance"
    template = ViewPageTemplateFile("attendance.pt")

    def __call__(self) -> str:
        return self.template()

    @cached_property
    def roll(self) -> RollCall:
        return attendance(self.context)[0]

    @cached_property
    def revision(self) -> int:
        return attendance(self.context)[1]

    @property
    def quorum(self) -> Notice:
        """The quorum at the opening, as a sentence."""
        found = reading.quorum_at(self.context)
        if not self.revision and found.required:
            said = _(
                "attendance_missing",
                default="Les présences ne sont pas encodées : commencez par "
                "« Tous présents ».",
            )
            return Notice(said, "wait")
        return Notice(found.sentence, "ok" if found.reached else "late")

    @property
    def seats(self) -> list[dict]:
        """Each seat with how it stands, by precedence."""
        return [self._seat(seat) for seat in self.roll.seats]

    def _seat(self, seat: Seat) -> dict:
        chosen = self.roll.presences.get(seat.id)
        by = self.roll.replacements.get(seat.id, "")
        return {
            "id": seat.id,
            "name": seat.name,
            "sub": words.joined((seat.title, seat.group, _vote(seat)), self.request),
            "label": _(
                "presence_of",
                default="Présence de ${name}",
                mapping={"name": seat.name},
            ),
            "options": [
                Option(one.value, label(PRESENCE_LABELS, one), one == chosen)
                for one in Presence
            ],
            "word": label(PRESENCE_LABELS, chosen) if chosen else NOT_ENCODED,
            "tag": Tag(*_TAGS.get(chosen, (NOT_ENCODED, "off"))),
            "replaced": self._substitute(seat, by)
            if chosen == Presence.REPLACED
            else None,
        }

    def _substitute(self, seat: Seat, by: str) -> Field:
        others = [one for one in self.roll.seats if one.id != seat.id]
        options = (Option("", _("choose", default="Choisissez…")), *_people(others, by))
        title = _("replaced_by", default="Remplacé par")
        return Field(f"remplace.{seat.id}", title, "select", options=options)

    @property
    def everybody(self) -> Action:
        """Most meetings begin so; the exceptions come after."""
        return Action(
            _("all_present", default="Tous présents"),
            method="submit",
            name="tous",
            value="present",
            primary=not self.revision,
            small=True,
        )

    @property
    def save(self) -> Action:
        """Needed only without script: with it each choice is saved at once."""
        return save_button("tout")

    @property
    def leading(self) -> list[Field]:
        """Who presides and who keeps the minutes."""
        there = self.roll.standing(Presence.PRESENT) or self.roll.seats
        voting = [one for one in there if one.votes]
        chair = (
            Option("", _("first_present", default="Le premier présent, par préséance")),
            *_people(voting, self.context.chair),
        )
        secretary = (
            Option(
                "",
                _(
                    "first_without_vote",
                    default="Le premier présent sans droit de vote",
                ),
            ),
            *_people(there, self.context.secretary),
        )
        return [
            Field(
                "chair",
                _("chair", default="Présidence"),
                "select",
                options=chair,
                required=True,
            ),
            Field(
                "secretary",
                _("secretary", default="Secrétariat"),
                "select",
                options=secretary,
                required=True,
            ),
        ]

    @property
    def movement_fields(self) -> list[Field]:
        """Who comes, goes or withdraws, and before which item."""
        items = tuple(
            Option(line.uid, f"{line.number}. {line.title}")
            for line in self.agenda.lines
        )
        return [
            Field(
                "siege",
                _("member", default="Membre"),
                "select",
                options=tuple(_people(self.roll.seats)),
                required=True,
            ),
            Field(
                "geste",
                _("movement", default="Mouvement"),
                "select",
                options=MOVEMENTS,
                required=True,
            ),
            Field(
                "point",
                _("item", default="Point"),
                "select",
                options=items,
                required=True,
            ),
        ]

    @property
    def movement_action(self) -> Action:
        return Action(
            _("button_note", default="Noter"), method="submit", name="noter", value="1"
        )

    @property
    def movements(self) -> list[dict]:
        """What is noted, in the order of the agenda."""
        numbers = {line.uid: line.number for line in self.agenda.lines}
        found = [(one.seat, one.movement.value, one.item) for one in self.roll.passages]
        found += [(seat, "withdraws", item) for item, seat in self.roll.withdrawals]
        order = {uid: place for place, uid in enumerate(self.roll.order)}
        found.sort(key=lambda one: order.get(one[2], 0))
        return [self._movement(*one, numbers) for one in found]

    def _movement(self, seat: str, way: str, uid: str, numbers: dict[str, str]) -> dict:
        told = next(one.title for one in MOVEMENTS if one.value == way)
        values = {"siege": seat, "geste": way, "point": uid, "retirer": "1"}
        return {
            "words": _(
                "movement_told",
                default="${name} ${movement} ${number}",
                mapping={
                    "name": self.roll.seat(seat).name,
                    "movement": told,
                    "number": numbers.get(uid, "?"),
                },
            ),
            "remove": Action(
                _("button_take_away", default="Retirer"),
                f"{self.url}/presences-mouvement",
                method="post",
                small=True,
                values=values,
            ),
        }


_TAGS = {
    Presence.PRESENT: (label(PRESENCE_LABELS, Presence.PRESENT), "ok"),
    Presence.EXCUSED: (label(PRESENCE_LABELS, Presence.EXCUSED), "wait"),
    Presence.ABSENT: (label(PRESENCE_LABELS, Presence.ABSENT), "late"),
    Presence.REPLACED: (label(PRESENCE_LABELS, Presence.REPLACED), "info"),
}


def _vote(seat: Seat) -> str:
    return "" if seat.votes else _("without_vote", default="sans droit de vote")


def _people(seats: object, chosen: str | None = "") -> list[Option]:
    return [Option(one.id, one.name, one.id == chosen) for one in seats]

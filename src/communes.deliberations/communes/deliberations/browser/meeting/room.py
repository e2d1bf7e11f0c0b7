"""Who is in the room at the item in hand: quorum, comings, goings, interests."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Notice
from communes.core.parts.domain.values import Option
from communes.deliberations.api import reading
from communes.deliberations.api.attendance import attendance
from communes.deliberations.browser.meeting.attendance import MOVEMENTS
from communes.deliberations.domain.attendance import RollCall
from communes.deliberations.i18n import _
from functools import cached_property


class RoomPart:
    """Mixed into the page of the session; asks it for ``line`` and ``context``."""

    @cached_property
    def roll(self) -> RollCall:
        return attendance(self.context)[0]

    @cached_property
    def called(self) -> bool:
        """Whether the roll was called: before that nobody is in the room."""
        return bool(attendance(self.context)[1])

    @property
    def quorum_notice(self) -> Notice | None:
        """The quorum at this very item; loud when it is broken."""
        if not self.called:
            return None
        found = reading.quorum_at(self.context, self.line.uid)
        if not found.required and found.reached:
            return None
        return Notice(found.sentence, "ok" if found.reached else "late")

    @property
    def room_fields(self) -> list[Field]:
        """Who moves, and how, at the item in hand."""
        seats = tuple(Option(one.id, one.name) for one in self.roll.seats)
        return [
            Field(
                "siege",
                _("member", default="Membre"),
                "select",
                options=seats,
                required=True,
            ),
            Field(
                "geste",
                _("movement", default="Mouvement"),
                "select",
                options=MOVEMENTS,
                required=True,
            ),
        ]

    @property
    def room_action(self) -> Action:
        return Action(
            _("button_note", default="Noter"),
            method="submit",
            name="noter",
            value="1",
            small=True,
        )

    @property
    def room_moves(self) -> list[dict]:
        """What was noted at this item, each with the way to take it back."""
        uid = self.line.uid
        here = [
            (one.seat, one.movement.value)
            for one in self.roll.passages
            if one.item == uid
        ]
        here += [
            (seat, "withdraws") for item, seat in self.roll.withdrawals if item == uid
        ]
        return [self._move(seat, way) for seat, way in here]

    def _move(self, seat: str, way: str) -> dict:
        told = next(one.title for one in MOVEMENTS if one.value == way)
        values = {
            "siege": seat,
            "geste": way,
            "point": self.line.uid,
            "retirer": "1",
            "retour": "seance",
        }
        return {
            "who": self.roll.seat(seat).name,
            "move": told,
            "remove": Action(
                _("button_take_away", default="Retirer"),
                f"{self.url}/presences-mouvement",
                method="post",
                small=True,
                values=values,
            ),
        }

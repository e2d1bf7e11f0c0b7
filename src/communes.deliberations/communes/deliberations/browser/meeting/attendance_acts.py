"""What changes the attendance: seats at the opening, movements, chair and secretary."""

from communes.core.errors.domain import InvalidInput
from communes.core.shell.acting import Act
from communes.deliberations.api.attendance import attendance
from communes.deliberations.api.attendance import remove_passage
from communes.deliberations.api.attendance import remove_withdrawal
from communes.deliberations.api.attendance import set_passage
from communes.deliberations.api.attendance import set_presences
from communes.deliberations.api.attendance import set_replacement
from communes.deliberations.api.attendance import set_withdrawal
from communes.deliberations.api.meeting import edit_meeting
from communes.deliberations.domain.attendance import Movement
from communes.deliberations.domain.attendance import Presence


class UnknownPresence(InvalidInput):
    """A seat is said to stand in a way that does not exist. Cure: reload the page."""

    code = "unknown_presence"
    template = "« ${value} » n'est pas une présence possible : rechargez la page."
    i18n_domain = "communes.deliberations"


class NotePresences(Act):
    """Notes one seat, several, or all of them at once."""

    def act(self) -> dict:
        self._lead()
        given = self._presences()
        roll, revision = attendance(self.context)
        fresh = {
            seat: one for seat, one in given.items() if roll.presences.get(seat) != one
        }
        if fresh:
            # What a lost answer had already noted is not a conflict with oneself.
            revision = set_presences(self.context, fresh, self.revision)
        for seat, by in self._named("remplace."):
            if by and roll.replacements.get(seat) != by:
                revision = set_replacement(self.context, seat, by, None)
        return {"revision": revision}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/presences"

    def _presences(self) -> dict[str, Presence]:
        everybody = self.given("tous")
        if everybody:
            roll, _revision = attendance(self.context)
            return {seat.id: _presence(everybody) for seat in roll.seats}
        return {
            seat: _presence(value) for seat, value in self._named("presence.") if value
        }

    def _lead(self) -> None:
        form = self.request.form
        values = {
            name: self.given(name) for name in ("chair", "secretary") if name in form
        }
        if values:
            edit_meeting(self.context, values)

    def _named(self, prefix: str) -> list[tuple[str, str]]:
        names = [one for one in self.request.form if one.startswith(prefix)]
        return [(name.removeprefix(prefix), self.given(name)) for name in names]


class NoteMovement(Act):
    """Notes or takes back that somebody comes, goes or withdraws at an item."""

    def act(self) -> dict:
        seat, uid, way = self.given("siege"), self.given("point"), self.given("geste")
        withdraws = way == "withdraws"
        if self.given("retirer"):
            take_back = remove_withdrawal if withdraws else remove_passage
            return {"revision": take_back(self.context, seat, uid)}
        if withdraws:
            return {"revision": set_withdrawal(self.context, seat, uid)}
        if way not in [one.value for one in Movement]:
            raise UnknownPresence(field="geste", value=way)
        return {"revision": set_passage(self.context, seat, Movement(way), uid)}

    def back(self) -> str:
        here = self.context.absolute_url()
        if self.given("retour") == "seance":
            return f"{here}/scrutins?point={self.given('point')}"
        return f"{here}/presences"


def _presence(value: str) -> Presence:
    if value not in [one.value for one in Presence]:
        raise UnknownPresence(field="presence", value=value)
    return Presence(value)

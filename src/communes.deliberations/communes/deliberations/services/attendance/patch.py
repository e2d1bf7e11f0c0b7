"""``PATCH <meeting>/@deliberations-attendance``: presences, passages, withdrawals."""

from collections.abc import Callable
from collections.abc import Mapping
from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations import api
from communes.deliberations.domain.attendance import Movement
from communes.deliberations.domain.attendance import Presence
from communes.deliberations.services import serialise
from enum import StrEnum
from typing import Any


def one_of(kind: type[StrEnum], given: object, name: str) -> StrEnum:
    """Return the value of an enumeration, or refuse it with the possible ones."""
    if given not in [one.value for one in kind]:
        expected = ", ".join(one.value for one in kind)
        raise body.UnknownKey(field=name, name=str(given), expected=expected)
    return kind(given)


class AttendancePatch(WritingService):
    """Applies every part of the body, in this order, or none of them."""

    known = ("presences", "replacements", "passages", "withdrawals", "revision")

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, self.known)
        read = body.revision(given)
        for step in self._steps(given):
            # The first step compares with what the client read; what follows
            # builds on the step before, in this same transaction.
            read = step(read)
        return serialise.roll_call(*api.attendance(self.context))

    def _steps(self, given: Mapping[str, Any]) -> list[Callable[[int | None], int]]:
        steps: list[Callable[[int | None], int]] = []
        presences = body.value(given, "presences", dict, {})
        if presences:
            stand = {
                seat: one_of(Presence, how, "presences")
                for seat, how in presences.items()
            }
            steps.append(lambda at: api.set_presences(self.context, stand, at))
        for seat, by in body.value(given, "replacements", dict, {}).items():
            steps.append(self._step(api.set_replacement, seat, by))
        for row in body.value(given, "passages", list, []):
            steps.append(self._passage(row))
        for row in body.value(given, "withdrawals", list, []):
            steps.append(self._withdrawal(row))
        return steps

    def _step(self, act: Callable[..., int], *given: Any) -> Callable[[Any], int]:
        return lambda at: act(self.context, *given, at)

    def _passage(self, row: Any) -> Callable[[int | None], int]:
        seat, uid = _pair(row, "passages")
        if body.value(row, "remove", bool, False):
            return self._step(api.remove_passage, seat, uid)
        movement = one_of(Movement, row.get("movement"), "passages")
        return self._step(api.set_passage, seat, movement, uid)

    def _withdrawal(self, row: Any) -> Callable[[int | None], int]:
        seat, uid = _pair(row, "withdrawals")
        if body.value(row, "remove", bool, False):
            return self._step(api.remove_withdrawal, seat, uid)
        return self._step(api.set_withdrawal, seat, uid)


def _pair(row: Any, name: str) -> tuple[str, str]:
    if not isinstance(row, dict):
        raise body.WrongValue(field=name, name=name, expected="une liste d'objets")
    return body.value(row, "seat", str), body.value(row, "item", str)

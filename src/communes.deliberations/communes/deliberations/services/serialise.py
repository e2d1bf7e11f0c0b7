"""Plain values of the door as JSON: one function a kind, the same names everywhere."""

from communes.core.errors.rest import step_json
from communes.deliberations.api import AgendaLine
from communes.deliberations.api import Transition
from communes.deliberations.domain.attendance import present_members
from communes.deliberations.domain.attendance import RollCall
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.majority import Outcome
from communes.deliberations.domain.votes import PublicVote
from communes.deliberations.domain.votes import SecretVote
from dataclasses import asdict
from plone import api
from typing import Any


def transition(found: Transition, request: Any) -> dict[str, Any]:
    return {**step_json(found, request), "backwards": found.backwards}


def agenda_line(line: AgendaLine) -> dict[str, Any]:
    """Return a line; what may not be seen has no address and no more than its title."""
    answer = asdict(line)
    path = answer.pop("path")
    if path:
        answer["@id"] = api.portal.get().REQUEST.physicalPathToURL(path)
    return answer


def seat(found: Seat) -> dict[str, Any]:
    return asdict(found)


def roll_call(roll: RollCall, revision: int) -> dict[str, Any]:
    return {
        "seats": [
            {**seat(one), "presence": roll.presences.get(one.id)} for one in roll.seats
        ],
        "passages": [asdict(one) for one in roll.passages],
        "withdrawals": [{"item": uid, "seat": who} for uid, who in roll.withdrawals],
        "replacements": dict(roll.replacements),
        "in_office": roll.in_office,
        "present": len(present_members(roll)),
        "revision": revision,
    }


def vote(found: PublicVote | SecretVote) -> dict[str, Any]:
    """Return one vote: by name, or, when it was secret, by counts only."""
    if isinstance(found, PublicVote):
        return {
            "kind": "public",
            "poll_type": found.poll_type,
            "label": found.label,
            "values": {who.id: str(value) for who, value in found.values},
        }
    return {
        "kind": "secret",
        "poll_type": found.poll_type,
        "voters": found.voters,
        "linked": found.linked,
        "ballots": [
            {"label": one.label, "counts": asdict(one.tally)} for one in found.ballots
        ],
    }


def outcome(found: Outcome | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {"result": str(found.result), "explanation": found.explanation}

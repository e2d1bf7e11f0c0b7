"""The vote of one imported item: read, added up, compared with what was expected."""

from communes.core.errors.domain import DomainError
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.choices import PollType
from communes.deliberations.domain.errors import because
from communes.deliberations.domain.errors import VotesDoNotAddUp
from communes.deliberations.domain.importing.reader import Row
from communes.deliberations.domain.law import in_force
from communes.deliberations.domain.majority import Circumstances
from communes.deliberations.domain.majority import decide
from communes.deliberations.domain.majority import Outcome
from communes.deliberations.domain.majority import Result
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.tally import Tally
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.domain.votes import Ballot
from communes.deliberations.domain.votes import public_faults
from communes.deliberations.domain.votes import public_vote
from communes.deliberations.domain.votes import PublicVote
from communes.deliberations.domain.votes import secret_vote
from communes.deliberations.domain.votes import SecretVote
from dataclasses import dataclass
from datetime import date


PUBLIC = "public, par nom"
SECRET = "secret"  # noqa: S105 -- a ballot
RESULTS = {
    "adopté": Result.ADOPTED,
    "rejeté": Result.REJECTED,
    "remis": Result.POSTPONED,
}
_NAMED = (VoteValue.YES, VoteValue.NO, VoteValue.ABSTAIN, VoteValue.DOES_NOT_VOTE)
_PAPERS = (
    VoteValue.YES,
    VoteValue.NO,
    VoteValue.ABSTAIN,
    VoteValue.BLANK,
    VoteValue.INVALID,
)


@dataclass(frozen=True)
class Room:
    """The assembly, who may vote in it, and the rules that bind it that day."""

    seats: tuple[Seat, ...]
    voters: tuple[Seat, ...]
    settings: AssemblySettings
    day: date
    chair: str = ""


def read_vote(
    row: Row, room: Room, item: str
) -> tuple[PublicVote | SecretVote | None, Outcome | None]:
    """Return the vote of an item and what it decides; (None, None) without a vote."""
    given = row.row("vote")
    expected = row.row("expected")
    if given is None:
        if expected is not None:
            row.fault("vote", because("missing_key", "Cette clé manque."))
        return None, None
    vote = _vote(given, room, item)
    if vote is None:
        return None, None
    tally = vote.tally if isinstance(vote, PublicVote) else vote.ballots[0].tally
    outcome = decide(
        tally,
        room.settings.majority_rule,
        room.settings.tie_rule,
        Circumstances(president=_president(vote, room), present=len(room.voters)),
        in_force("casting_vote_ties", room.settings.organ, room.day),
    )
    if expected is not None:
        _compare(expected, tally, outcome)
    return vote, outcome


def _vote(row: Row, room: Room, item: str) -> PublicVote | SecretVote | None:
    kind = row.text("kind", required=True)
    if kind == PUBLIC:
        return _public(row, room, item)
    if kind == SECRET:
        return _secret(row, room, item)
    if kind:
        row.fault(
            "kind",
            because(
                "unknown_value",
                "Attendu : « ${one} » ou « ${two} ».",
                one=PUBLIC,
                two=SECRET,
            ),
        )
    return None


def _president(vote: PublicVote | SecretVote, room: Room) -> int:
    return vote.voice(room.chair) if isinstance(vote, PublicVote) else 0


def _public(row: Row, room: Room, item: str) -> PublicVote | None:
    row.only(("kind", *_NAMED))
    given = [
        (value, id)
        for value in _NAMED
        for id in row.texts(value, required=value != VoteValue.DOES_NOT_VOTE)
    ]
    pairs = [(id, value) for value, id in given]
    sound = True
    for fault in public_faults(room.seats, room.voters, pairs, item):
        row.fault("", fault)
        sound = False
    if sound and len(pairs) != len(room.voters):
        row.fault("", _not_adding_up(item, len(pairs), room))
        sound = False
    if not sound:
        return None
    return public_vote(room.seats, room.voters, pairs, item)


def _secret(row: Row, room: Room, item: str) -> SecretVote | None:
    row.only(("kind", *_PAPERS))
    counts = {
        value.value: row.number(value, required=value in _PAPERS[:3]) or 0
        for value in _PAPERS
    }
    try:
        return secret_vote(
            len(room.voters),
            (Ballot("", Tally(**counts)),),
            item,
            PollType.SECRET,
        )
    except DomainError as refused:
        row.fault("", refused)
        return None


def _compare(row: Row, tally: Tally, outcome: Outcome) -> None:
    row.only(("yes", "no", "abstain", "result"))
    for name in ("yes", "no", "abstain"):
        wanted = row.number(name, required=True)
        counted = getattr(tally, name)
        if wanted is not None and wanted != counted:
            row.fault(
                name,
                because(
                    "not_as_expected",
                    "${wanted} voix annoncées, ${counted} comptées : corrigez le "
                    "vote ou l'annonce.",
                    wanted=wanted,
                    counted=counted,
                ),
            )
    word = row.text("result", required=True)
    if word and RESULTS.get(word) is not outcome.result:
        row.fault(
            "result",
            because(
                "not_as_expected",
                "« ${wanted} » annoncé ; calculé : ${why}",
                wanted=word,
                why=outcome.explanation,
            ),
        )


def _not_adding_up(item: str, counted: int, room: Room) -> VotesDoNotAddUp:
    return VotesDoNotAddUp(item=item, counted=counted, voters=len(room.voters))

"""How minutes tell a vote: names where the law wants them, counts alone in secret."""

from collections.abc import Sequence
from communes.core.parts.domain.writing import counted
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.tally import Tally
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.domain.votes import PublicVote
from communes.deliberations.domain.votes import SecretVote
from communes.deliberations.domain.wording import listing
from communes.deliberations.domain.wording import people


# What is told after the three voices, only where it happened.
_OTHERS = (
    ("does_not_vote", "membre n'ayant pas voté", "membres n'ayant pas voté"),
    ("blank", "bulletin blanc", "bulletins blancs"),
    ("invalid", "bulletin nul", "bulletins nuls"),
    ("not_found", "bulletin non trouvé", "bulletins non trouvés"),
)


def vote_words(vote: PublicVote | SecretVote) -> str:
    """Return how the assembly voted, to follow "décide" or "approuve".

    A public vote gives the count of "pour" and the names of "contre" and
    "abstention" (CDLD L1122-27 and the rules of procedure made under it). A vote
    with a label, one of several on an item, begins with it.
    """
    if isinstance(vote, SecretVote):
        return _secret(vote)
    return f"{vote.label} : {_public(vote)}" if vote.label else _public(vote)


def urgency_words(in_favour: Sequence[Seat], present: int) -> str:
    """Return how many declared the urgency, with their names, as the law wants."""
    head = (
        "à l'unanimité des membres présents"
        if len(in_favour) == present
        else f"par {len(in_favour)} des {present} membres présents"
    )
    return f"{head} ({people(in_favour)})" if in_favour else head


def _public(vote: PublicVote) -> str:
    tally = vote.tally
    if tally.unanimous:
        return "à l'unanimité"
    against = _named(
        counted(tally.no, "voix contre", "voix contre"), vote.who(VoteValue.NO)
    )
    abstaining = _named(
        counted(tally.abstain, "abstention"), vote.who(VoteValue.ABSTAIN)
    )
    others = [
        _named(counted(getattr(tally, name), one, many), vote.who(VoteValue(name)))
        for name, one, many in _OTHERS
        if getattr(tally, name)
    ]
    voices = [_yes(tally), against, abstaining, *others]
    return f"par {listing(voices)}"


def _secret(vote: SecretVote) -> str:
    head = "au scrutin secret"
    if vote.linked:
        won = [
            f"{ballot.label} obtient {counted(ballot.tally.yes, 'voix', 'voix')}"
            for ballot in vote.ballots
        ]
        rest = _papers(_sum([ballot.tally for ballot in vote.ballots]))
        return f"{head} : {listing([*won, *rest])}"
    if len(vote.ballots) == 1 and not vote.ballots[0].label:
        return f"{head}, {_counts(vote.ballots[0].tally)}"
    told = [f"{one.label} : {_counts(one.tally)}" for one in vote.ballots]
    return f"{head}, {' ; '.join(told)}"


def _counts(tally: Tally) -> str:
    if tally.unanimous:
        return "à l'unanimité"
    voices = [
        _yes(tally),
        counted(tally.no, "voix contre", "voix contre"),
        counted(tally.abstain, "abstention"),
    ]
    others = [
        counted(getattr(tally, name), one, many)
        for name, one, many in _OTHERS
        if getattr(tally, name)
    ]
    return f"par {listing([*voices, *others])}"


def _papers(tally: Tally) -> list[str]:
    kinds = (
        ("no", "voix contre", "voix contre"),
        ("abstain", "abstention", ""),
        *_OTHERS,
    )
    return [
        counted(getattr(tally, name), one, many)
        for name, one, many in kinds
        if getattr(tally, name)
    ]


def _sum(tallies: Sequence[Tally]) -> Tally:
    return Tally(
        no=sum(tally.no for tally in tallies),
        abstain=sum(tally.abstain for tally in tallies),
        does_not_vote=sum(tally.does_not_vote for tally in tallies),
        not_found=sum(tally.not_found for tally in tallies),
        invalid=sum(tally.invalid for tally in tallies),
        blank=sum(tally.blank for tally in tallies),
    )


def _yes(tally: Tally) -> str:
    return counted(tally.yes, "voix pour", "voix pour")


def _named(words: str, seats: Sequence[Seat]) -> str:
    return f"{words} ({people(seats)})" if seats else words

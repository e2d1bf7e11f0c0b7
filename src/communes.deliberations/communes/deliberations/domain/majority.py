"""What a count of votes decides, and the sentence that explains it."""

from communes.deliberations.domain.choices import MajorityRule
from communes.deliberations.domain.choices import TieRule
from communes.deliberations.domain.law import LegalRule
from communes.deliberations.domain.tally import Tally
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Result(StrEnum):
    """What a vote decided."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    POSTPONED = "postponed"
    INCOMPLETE = "incomplete"


RESULT_LABELS = {
    Result.ADOPTED: "Adopté",
    Result.REJECTED: "Rejeté",
    Result.POSTPONED: "Remis à une autre séance",
    Result.INCOMPLETE: "Vote incomplet",
}


@dataclass(frozen=True)
class Outcome:
    """The result of a vote with its explanation; ``tie`` when the voices are equal."""

    result: Result
    explanation: str
    tie: bool = False


@dataclass(frozen=True)
class Circumstances:
    """What decides a tie: the president's voice and the history of the matter.

    ``president`` is +1, -1 or 0 (for, against, neither or unknown, as in a secret
    ballot). ``urgent``: the majority recognised the urgency before the discussion.
    ``ties_before``: meetings at which the same matter already ended in a tie.
    ``present``: voting members in the room, for a majority of those present.
    """

    president: int = 0
    urgent: bool = False
    ties_before: int = 0
    present: int = 0


def decide(
    tally: Tally,
    majority_rule: str = MajorityRule.VOTES_CAST,
    tie_rule: str = TieRule.REJECTED,
    circumstances: Circumstances | None = None,
    casting_law: LegalRule | None = None,
) -> Outcome:
    """Return what ``tally`` decides under the rules of the assembly.

    Abstentions, blank and invalid ballots are no votes cast. ``casting_law`` is the
    dated rule ``casting_vote_ties`` that the college's tie rule needs.
    """
    facts = circumstances or Circumstances()
    if tally.not_encoded:
        return Outcome(
            Result.INCOMPLETE,
            f"Votes manquants : {tally.not_encoded} sur {tally.voters}.",
        )
    if majority_rule == MajorityRule.TWO_THIRDS_PRESENT:
        return share_of_present(tally.yes, facts.present, Fraction(2, 3))
    if tally.yes == tally.no == 0:
        return Outcome(Result.REJECTED, "Aucune voix n'est exprimée : rejeté.")
    if tally.yes == tally.no:
        return _tie(tally, tie_rule, facts, casting_law)
    result = Result.ADOPTED if tally.yes > tally.no else Result.REJECTED
    word = "majorité" if result == Result.ADOPTED else "pas de majorité"
    return Outcome(
        result,
        f"{tally.yes} pour et {tally.no} contre sur {tally.yes + tally.no} voix "
        f"exprimées : {word}.",
    )


def ended_in_tie(tally: Tally) -> bool:
    """Return whether as many voices were for as against, and some were."""
    return tally.complete and tally.yes == tally.no > 0


def share_of_present(yes: int, present: int, share: Fraction) -> Outcome:
    """Return whether ``yes`` is at least ``share`` of the members ``present``."""
    needed = -(-share.numerator * present // share.denominator)
    enough = present > 0 and yes >= needed
    return Outcome(
        Result.ADOPTED if enough else Result.REJECTED,
        f"{yes} membres pour sur {present} présents, {needed} requis "
        f"({share.numerator}/{share.denominator}).",
    )


def _tie(
    tally: Tally, rule: str, facts: Circumstances, casting_law: LegalRule | None
) -> Outcome:
    head = f"Partage des voix ({tally.yes} contre {tally.no})"
    if rule == TieRule.REJECTED:
        return Outcome(Result.REJECTED, f"{head} : la proposition est rejetée.", True)
    if rule == TieRule.COLLEGE and not _casting_allowed(facts, casting_law):
        return Outcome(
            Result.POSTPONED, f"{head} : l'affaire est remise à une autre séance.", True
        )
    if facts.president > 0:
        return Outcome(
            Result.ADOPTED, f"{head} : la voix du président l'emporte, pour.", True
        )
    if facts.president < 0:
        return Outcome(
            Result.REJECTED, f"{head} : la voix du président l'emporte, contre.", True
        )
    return Outcome(Result.REJECTED, f"{head} sans voix du président : rejeté.", True)


def _casting_allowed(facts: Circumstances, law: LegalRule | None) -> bool:
    if facts.urgent:
        return True
    return law is not None and facts.ties_before + 1 >= law.number

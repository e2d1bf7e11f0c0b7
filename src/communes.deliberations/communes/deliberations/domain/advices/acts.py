"""What may be done with an advice, by whom: who asks, who answers, who manages."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.errors.domain import Reason
from communes.deliberations.domain.advices.course import Course
from communes.deliberations.domain.advices.course import timed_out
from communes.deliberations.domain.advices.obstacles import writing_obstacles
from communes.deliberations.domain.advices.rules import variants
from communes.deliberations.domain.advices.settings import AdviceSettings
from communes.deliberations.domain.advices.settings import AdviserRule
from communes.deliberations.domain.advices.steps import AdviceStep
from communes.deliberations.domain.advices.steps import after
from communes.deliberations.domain.advices.steps import before
from communes.deliberations.domain.advices.steps import path_of
from communes.deliberations.domain.errors import because
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class AdviceAct(StrEnum):
    """One thing a person may do with an advice, beside writing it."""

    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    FORWARD = "forward"
    BACK = "back"
    SIGN = "sign"
    GIVE = "give"
    TAKE_BACK = "take_back"
    ASK_AGAIN = "ask_again"
    SWITCH = "switch"
    WITHDRAW = "withdraw"


ACT_LABELS: Mapping[AdviceAct, str] = MappingProxyType(
    {
        AdviceAct.COMPLETE: "Déclarer le dossier complet",
        AdviceAct.INCOMPLETE: "Déclarer le dossier incomplet",
        AdviceAct.FORWARD: "Transmettre à l'étape suivante",
        AdviceAct.BACK: "Renvoyer à l'étape précédente",
        AdviceAct.SIGN: "Signer l'avis",
        AdviceAct.GIVE: "Rendre l'avis",
        AdviceAct.TAKE_BACK: "Reprendre l'avis pour le corriger",
        AdviceAct.ASK_AGAIN: "Redemander l'avis",
        AdviceAct.SWITCH: "Changer le délai",
        AdviceAct.WITHDRAW: "Retirer la demande",
    }
)

#: Acts that say why: the sentence goes into the history.
COMMENTED = frozenset(
    {AdviceAct.INCOMPLETE, AdviceAct.BACK, AdviceAct.SWITCH, AdviceAct.TAKE_BACK}
)


@dataclass(frozen=True)
class Asker:
    """What the rights of a person let them do: each from a permission, asked before.

    ``answers``: it is their turn to write the advice; ``asks``: they prepare the item
    and ask its advices; ``manages``: they run the meetings of the assembly.
    """

    answers: bool = False
    asks: bool = False
    manages: bool = False


@dataclass(frozen=True)
class AdviceFacts:
    """An advice as the acts look at it.

    ``item_open``: its item is where advices are given; ``has_kind``: an answer is
    chosen.
    """

    course: Course
    settings: AdviceSettings
    today: date
    item_open: bool
    has_kind: bool = False

    @property
    def rule(self) -> AdviserRule | None:
        """The row the advice follows."""
        return self.settings.rule(self.course.rule)


def acts(facts: AdviceFacts, who: Asker) -> tuple[AdviceAct, ...]:
    """Return what the person may do or ask about, in the order it is done."""
    found: list[AdviceAct] = []
    if who.answers:
        found += _answering(facts)
    if who.asks and facts.course.given:
        found.append(AdviceAct.ASK_AGAIN)
    if _switchable(facts) and (who.manages or _asks_for_more_time(facts, who)):
        found.append(AdviceAct.SWITCH)
    untouched = not (facts.course.given or facts.course.writing or facts.course.rule)
    if who.asks and untouched and not facts.course.versions:
        found.append(AdviceAct.WITHDRAW)
    return tuple(found)


def act_obstacles(act: AdviceAct, facts: AdviceFacts) -> tuple[Reason, ...]:
    """Return what stands against an act that is listed; empty when it may be done."""
    course = facts.course
    if act in (AdviceAct.ASK_AGAIN, AdviceAct.WITHDRAW, AdviceAct.SWITCH):
        return ()
    if act is AdviceAct.TAKE_BACK:
        return () if facts.item_open else (_elsewhere(),)
    found = writing_obstacles(course, facts.today, item_open=facts.item_open)
    if not found and act is not AdviceAct.BACK:
        found = tuple(_signature_stands(act, course))
    if not found and act in (AdviceAct.SIGN, AdviceAct.GIVE) and not facts.has_kind:
        found = (
            because("advice_without_kind", "Choisissez d'abord le type de votre avis."),
        )
    return found


def _signature_stands(act: AdviceAct, course: Course) -> Iterator[Reason]:
    """Say that a signature is about a text that stays as it is."""
    if course.signing:
        yield because(
            "advice_being_signed",
            "L'avis est à la signature : attendez qu'elle soit apposée, ou renvoyez "
            "l'avis à l'étape précédente.",
        )
    elif act is AdviceAct.FORWARD and course.signed_on is not None:
        yield because(
            "advice_is_signed",
            "L'avis est signé : rendez-le, ou renvoyez-le à l'étape précédente pour le "
            "changer.",
        )


def _answering(facts: AdviceFacts) -> list[AdviceAct]:
    course, path = facts.course, path_of(facts.rule)
    if course.given:
        return [] if course.inherited_from else [AdviceAct.TAKE_BACK]
    here = course.step or (path[0] if path else "")
    if here == AdviceStep.CONTROLLER:
        return [AdviceAct.COMPLETE, AdviceAct.INCOMPLETE]
    following = after(path, here) if path else AdviceStep.GIVEN
    found = [
        {AdviceStep.GIVEN: AdviceAct.GIVE, AdviceStep.SIGNED: AdviceAct.SIGN}.get(
            following, AdviceAct.FORWARD
        )
    ]
    if before(path, here) not in (None, AdviceStep.CONTROLLER):
        found.append(AdviceAct.BACK)
    return found


def _switchable(facts: AdviceFacts) -> bool:
    rule = facts.rule
    several = rule is not None and len(variants(facts.settings, rule)) > 1
    return several and not facts.course.given and facts.course.started_on is not None


def _asks_for_more_time(facts: AdviceFacts, who: Asker) -> bool:
    """Who answers may prolong while the delay runs; afterwards a manager only."""
    return who.answers and not timed_out(facts.course, facts.today)


def _elsewhere() -> Reason:
    return because(
        "advice_item_elsewhere",
        "Le point n'est plus dans un état où les avis se rendent : demandez au "
        "secrétariat de le remettre à un état antérieur.",
    )

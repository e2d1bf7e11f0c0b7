"""An evaluation: who says what of which objective, and when everything is said."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.errors.domain import Reason
from communes.core.errors.domain import RuleRefused
from communes.pst.domain.choices import Kind
from communes.pst.domain.element import Steered
from communes.pst.domain.errors import because
from communes.pst.domain.errors import I18N_DOMAIN
from communes.pst.domain.errors import InvalidValue
from communes.pst.domain.law import must_show_synergies
from communes.pst.domain.programme import Programme
from communes.pst.domain.snapshot import Figures
from communes.pst.domain.snapshot import freeze
from communes.pst.domain.snapshot import Snapshot
from communes.pst.domain.states import ActionState
from communes.pst.domain.states import ObjectiveState
from communes.pst.domain.synergy import silent
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from enum import StrEnum


class Occasion(StrEnum):
    """Why a programme is evaluated."""

    MID_TERM = "mid_term"
    END = "end"
    OTHER = "other"


class CampaignState(StrEnum):
    """Where an evaluation stands."""

    OPEN = "open"
    CLOSED = "closed"


class Verdict(StrEnum):
    """What is said of an objective or an action."""

    REACHED = "reached"
    ON_COURSE = "on_course"
    BEHIND = "behind"
    NOT_BEGUN = "not_begun"
    GIVEN_UP = "given_up"


OCCASION_LABELS = {
    Occasion.MID_TERM: "Évaluation à mi-législature",
    Occasion.END: "Évaluation au terme de la législature",
    Occasion.OTHER: "Évaluation intermédiaire",
}

VERDICT_LABELS = {
    Verdict.REACHED: "Atteint",
    Verdict.ON_COURSE: "En bonne voie",
    Verdict.BEHIND: "En retard",
    Verdict.NOT_BEGUN: "Pas commencé",
    Verdict.GIVEN_UP: "Abandonné",
}


class CampaignRefused(RuleRefused):
    """An evaluation may not be closed, or is; the reasons say what is missing."""

    code = "campaign_refused"
    template = "L'évaluation ne peut pas être modifiée ainsi."
    i18n_domain = I18N_DOMAIN


@dataclass(frozen=True)
class Answer:
    """What somebody says of one element. ``text`` is HTML already cleaned."""

    element: str
    verdict: Verdict
    text: str
    by: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Campaign:
    """One evaluation of one programme.

    :param levels: the kinds of elements that get an answer.
    :param answers: by the id of their element, one each.
    :param conclusion: what the college says of the whole, HTML already cleaned.
    :param digest: seal of the snapshot taken when it was closed; empty while open.
    """

    id: str
    title: str
    occasion: Occasion
    opens_on: date
    closes_on: date
    levels: tuple[Kind, ...] = (Kind.STRATEGIC, Kind.OPERATIONAL)
    answers: tuple[Answer, ...] = ()
    conclusion: str = ""
    state: CampaignState = CampaignState.OPEN
    digest: str = ""


def expected(tree: Programme, campaign: Campaign) -> tuple[str, ...]:
    """Return the ids of the elements an answer is asked for; drafts are not."""
    return tuple(
        one.id
        for one in tree.of_kind(*campaign.levels)
        if isinstance(one, Steered) and one.state != ObjectiveState.CREATED
    )


def missing(tree: Programme, campaign: Campaign) -> tuple[str, ...]:
    """Return the ids of the elements that wait for their answer."""
    given = {answer.element for answer in campaign.answers}
    return tuple(id for id in expected(tree, campaign) if id not in given)


def suggested(element: Steered, figures: Figures, today: date) -> Verdict:
    """Return what the figures would say; the one who answers may say otherwise."""
    if element.state == ActionState.STOPPED or figures.origin == "given_up":
        return Verdict.GIVEN_UP
    if figures.progress == 100:
        return Verdict.REACHED
    if figures.deadline is not None and figures.deadline < today:
        return Verdict.BEHIND
    return Verdict.ON_COURSE if figures.progress else Verdict.NOT_BEGUN


def answered(tree: Programme, campaign: Campaign, answer: Answer) -> Campaign:
    """Return the campaign with an answer added, or the earlier one replaced.

    :raises CampaignRefused: the campaign is closed.
    :raises InvalidValue: no answer is asked for that element, or it says nothing.
    """
    _refuse_closed(campaign)
    if answer.element not in expected(tree, campaign):
        raise InvalidValue(
            field="element",
            value=answer.element,
            expected="un élément que cette évaluation demande",
        )
    if not answer.text.strip():
        raise InvalidValue(
            field="text", value="", expected="une phrase au moins, pour le conseil"
        )
    others = (one for one in campaign.answers if one.element != answer.element)
    return replace(campaign, answers=(*others, answer))


def closing_obstacles(
    tree: Programme, campaign: Campaign, today: date
) -> tuple[Reason, ...]:
    """Return what must still be done before the evaluation can be closed."""
    return tuple(_closing_obstacles(tree, campaign, today))


def closed(
    tree: Programme, campaign: Campaign, today: date
) -> tuple[Campaign, Snapshot]:
    """Return the campaign closed, and the programme frozen on that day.

    :raises CampaignRefused: it is closed already, or with ``closing_obstacles``.
    """
    _refuse_closed(campaign)
    reasons = closing_obstacles(tree, campaign, today)
    if reasons:
        raise CampaignRefused(*reasons)
    snapshot = freeze(tree, today, campaign.title)
    done = replace(campaign, state=CampaignState.CLOSED, digest=snapshot.digest)
    return done, snapshot


def tally(tree: Programme, campaign: Campaign, id: str = "") -> Mapping[Verdict, int]:
    """Return how many answers below ``id`` say what, all verdicts there."""
    below = {one.id for one in tree.walk(id)}
    counted = Counter(one.verdict for one in campaign.answers if one.element in below)
    return {verdict: counted[verdict] for verdict in Verdict}


def _closing_obstacles(
    tree: Programme, campaign: Campaign, today: date
) -> Iterator[Reason]:
    if today < campaign.opens_on:
        yield because("campaign_not_begun", "L'évaluation n'a pas encore commencé.")
    for id in missing(tree, campaign):
        yield because(
            "answer_missing",
            "« ${title} » n'a pas encore été évalué.",
            title=tree.element(id).title,
        )
    if not campaign.conclusion.strip():
        yield because("conclusion_missing", "Écrivez la conclusion du Collège.")
    if must_show_synergies(today):
        for id in silent(tree):
            yield because(
                "synergy_missing",
                "« ${title} » est partagé avec l'autre institution : dites en quoi "
                "consiste la synergie, le bilan doit en rendre compte.",
                title=tree.element(id).title,
            )


def _refuse_closed(campaign: Campaign) -> None:
    if campaign.state is CampaignState.CLOSED:
        raise CampaignRefused(
            because(
                "campaign_closed",
                "« ${title} » est clôturée : rien n'y change plus.",
                title=campaign.title,
            )
        )

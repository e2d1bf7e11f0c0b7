"""Evaluate a plan: open an evaluation, answer for each objective, close and freeze."""

from communes.core.access.permission import current_user
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.errors.domain import Reason
from communes.core.journal.api import record
from communes.pst.content.plan import IPlan
from communes.pst.domain.errors import InvalidValue
from communes.pst.domain.evaluation import Answer
from communes.pst.domain.evaluation import answered
from communes.pst.domain.evaluation import Campaign
from communes.pst.domain.evaluation import closed
from communes.pst.domain.evaluation import closing_obstacles
from communes.pst.domain.evaluation import Occasion
from communes.pst.domain.evaluation import OCCASION_LABELS
from communes.pst.domain.evaluation import Verdict
from communes.pst.domain.snapshot import Frozen
from communes.pst.domain.snapshot import opened
from communes.pst.exceptions import UnknownCampaign
from communes.pst.permissions import MANAGE_PLAN
from communes.pst.storage.campaigns import campaign_of
from communes.pst.storage.campaigns import campaigns_of
from communes.pst.storage.campaigns import keep_campaign
from communes.pst.storage.campaigns import snapshot_of
from communes.pst.storage.programme import full_programme
from communes.pst.storage.programme import programme_of
from communes.pst.storage.writing import clean
from dataclasses import replace
from datetime import date


def campaigns(plan: IPlan) -> list[Campaign]:
    """Return the evaluations of a plan, the oldest first; who reads it may read them.

    :raises MayNot: the user does not take part in the plan.
    """
    require("List folder contents", plan)
    return campaigns_of(plan)


def campaign(plan: IPlan, id: str) -> Campaign:
    """Return one evaluation.

    :raises UnknownCampaign: there is none of that id.
    """
    require("List folder contents", plan)
    found = campaign_of(plan, id)
    if found is None:
        raise UnknownCampaign(name=id)
    return found


def open_campaign(
    plan: IPlan, occasion: str, opens_on: date, closes_on: date, title: str = ""
) -> Campaign:
    """Open an evaluation of the objectives of a plan.

    :param occasion: "mid_term", "end" or "other".
    :raises MayNot: the user does not manage the plan.
    :raises InvalidValue: the occasion is unknown, or it closes before it opens.
    """
    require(MANAGE_PLAN, plan)
    if occasion not in set(Occasion):
        expected = ", ".join(Occasion)
        raise InvalidValue(field="occasion", value=occasion, expected=expected)
    if closes_on < opens_on:
        raise InvalidValue(
            field="closes_on",
            value=closes_on.isoformat(),
            expected="un jour qui suit celui de l'ouverture",
        )
    why = Occasion(occasion)
    number = len(campaigns_of(plan)) + 1
    made = Campaign(
        f"evaluation-{number}",
        title.strip() or OCCASION_LABELS[why],
        why,
        opens_on,
        closes_on,
    )
    keep_campaign(plan, made)
    record("pst.evaluation.opened", plan, evaluation=made.id)
    return made


def answer(plan: IPlan, id: str, element: str, verdict: str, text: str) -> Campaign:
    """Say what became of one element; said again, it replaces what was said.

    :param text: HTML; kept clean.
    :raises MayNot: the user writes neither the plan nor that element.
    :raises CampaignRefused, InvalidValue: it is closed, or the answer says nothing.
    """
    found = campaign(plan, id)
    tree = programme_of(plan)
    if not may_answer(plan, element):
        require(MANAGE_PLAN, plan)
    if verdict not in set(Verdict):
        expected = ", ".join(Verdict)
        raise InvalidValue(field="verdict", value=verdict, expected=expected)
    said = Answer(element, Verdict(verdict), clean(text), current_user(), date.today())
    done = answered(tree, found, said)
    keep_campaign(plan, done)
    return done


def may_answer(plan: IPlan, element: str) -> bool:
    """Return whether the user answers for an element: its administrative in charge."""
    if may(MANAGE_PLAN, plan):
        return True
    known = programme_of(plan).elements.get(element)
    return current_user() in getattr(known, "administratives", ())


def conclude(plan: IPlan, id: str, conclusion: str) -> Campaign:
    """Write what the college says of the whole.

    :raises MayNot: the user does not manage the plan.
    :raises CampaignRefused: it is closed.
    """
    require(MANAGE_PLAN, plan)
    found = campaign(plan, id)
    if found.digest:
        closed(programme_of(plan), found, date.today())
    done = replace(found, conclusion=clean(conclusion))
    keep_campaign(plan, done)
    return done


def close_obstacles(plan: IPlan, id: str) -> tuple[Reason, ...]:
    """Return what must still be done before the evaluation can be closed."""
    found = campaign(plan, id)
    return closing_obstacles(programme_of(plan), found, date.today())


def close_campaign(plan: IPlan, id: str) -> Campaign:
    """Close an evaluation and freeze the whole programme, sealed.

    :raises MayNot: the user does not manage the plan.
    :raises CampaignRefused: with what must still be done.
    """
    require(MANAGE_PLAN, plan)
    done, snapshot = closed(full_programme(plan), campaign(plan, id), date.today())
    keep_campaign(plan, done, snapshot)
    record("pst.evaluation.closed", plan, evaluation=id, digest=done.digest)
    return done


def frozen(plan: IPlan, id: str) -> Frozen | None:
    """Return the programme as an evaluation froze it; None while it is open.

    :raises MayNot: the user does not manage the plan: it holds every element.
    :raises SnapshotBroken: it is not what was sealed.
    """
    require(MANAGE_PLAN, plan)
    found = snapshot_of(plan, campaign(plan, id).id)
    return None if found is None else opened(found)

"""An evaluation is closed when everything asked was said, and is then frozen."""

from communes.pst.domain.choices import Health
from communes.pst.domain.choices import Institution
from communes.pst.domain.choices import Kind
from communes.pst.domain.errors import InvalidValue
from communes.pst.domain.evaluation import Answer
from communes.pst.domain.evaluation import answered
from communes.pst.domain.evaluation import Campaign
from communes.pst.domain.evaluation import CampaignRefused
from communes.pst.domain.evaluation import closed
from communes.pst.domain.evaluation import closing_obstacles
from communes.pst.domain.evaluation import missing
from communes.pst.domain.evaluation import Occasion
from communes.pst.domain.evaluation import suggested
from communes.pst.domain.evaluation import tally
from communes.pst.domain.evaluation import Verdict
from communes.pst.domain.snapshot import Figures
from communes.pst.domain.snapshot import opened
from communes.pst.tests.plans import action
from communes.pst.tests.plans import one_branch
from communes.pst.tests.plans import operational
from dataclasses import replace
from datetime import date
from decimal import Decimal
import pytest


TODAY = date(2027, 12, 2)
CAMPAIGN = Campaign(
    "mi-2027",
    "Évaluation à mi-législature",
    Occasion.MID_TERM,
    date(2027, 10, 1),
    date(2027, 12, 31),
)


def said(tree, *ids, conclusion="<p>Le programme est en bonne voie.</p>"):
    campaign = CAMPAIGN
    for id in ids:
        answer = Answer(id, Verdict.ON_COURSE, "<p>Suit son cours.</p>", "dg", TODAY)
        campaign = answered(tree, campaign, answer)
    return replace(campaign, conclusion=conclusion)


def codes(tree, campaign, day=TODAY):
    return [reason.code for reason in closing_obstacles(tree, campaign, day)]


def test_each_objective_under_way_is_asked_for():
    tree = one_branch(operational("draft", "os", state="created"), action("a", "oo"))

    assert missing(tree, CAMPAIGN) == ("os", "oo")
    assert missing(tree, said(tree, "os")) == ("oo",)
    assert missing(tree, replace(CAMPAIGN, levels=(Kind.ACTION,))) == ("a",)


def test_an_answer_replaces_the_earlier_one():
    tree = one_branch()
    again = answered(tree, said(tree, "oo"), Answer("oo", Verdict.BEHIND, "Retard."))

    assert [one.verdict for one in again.answers] == [Verdict.BEHIND]


@pytest.mark.parametrize(
    ("element", "text", "field"), [("a", "Bien.", "element"), ("oo", " ", "text")]
)
def test_an_answer_must_be_asked_for_and_say_something(element, text, field):
    tree = one_branch(action("a", "oo"))

    with pytest.raises(InvalidValue) as refused:
        answered(tree, CAMPAIGN, Answer(element, Verdict.REACHED, text))

    assert refused.value.field == field


def test_what_is_missing_is_named_before_closing():
    tree = one_branch()

    assert codes(tree, said(tree, "os", conclusion="")) == [
        "answer_missing",
        "conclusion_missing",
    ]
    assert codes(tree, said(tree, "os", "oo"), date(2027, 9, 1)) == [
        "campaign_not_begun"
    ]


def test_a_synergy_without_words_stops_the_closing():
    both = (Institution.COMMUNE, Institution.CPAS)
    tree = one_branch(action("a", "oo", institutions=both))

    assert codes(tree, said(tree, "os", "oo")) == ["synergy_missing"]


def test_closing_freezes_the_programme_and_seals_the_campaign():
    tree = one_branch(action("a", "oo", progress=40))
    done, snapshot = closed(tree, said(tree, "os", "oo"), TODAY)

    assert done.digest == snapshot.digest
    assert opened(snapshot).figures["os"].progress == 40
    with pytest.raises(CampaignRefused, match="clôturée"):
        answered(tree, done, Answer("oo", Verdict.REACHED, "Trop tard."))
    with pytest.raises(CampaignRefused, match="clôturée"):
        closed(tree, done, TODAY)


def test_an_unfinished_evaluation_is_not_closed():
    with pytest.raises(CampaignRefused, match="n'a pas encore été évalué"):
        closed(one_branch(), CAMPAIGN, TODAY)


def test_answers_are_counted_by_verdict():
    tree = one_branch()
    counted = tally(tree, said(tree, "os", "oo"))

    assert counted[Verdict.ON_COURSE] == 2
    assert counted[Verdict.REACHED] == 0
    assert tally(tree, said(tree, "os", "oo"), "os")[Verdict.ON_COURSE] == 1


@pytest.mark.parametrize(
    ("state", "progress", "deadline", "verdict"),
    [
        ("stopped", 50, None, Verdict.GIVEN_UP),
        ("ongoing", 100, None, Verdict.REACHED),
        ("ongoing", 50, date(2027, 12, 1), Verdict.BEHIND),
        ("ongoing", 50, date(2027, 12, 2), Verdict.ON_COURSE),
        ("ongoing", 0, date(2028, 12, 2), Verdict.NOT_BEGUN),
    ],
)
def test_the_figures_suggest_a_verdict(state, progress, deadline, verdict):
    figures = Figures(progress, "typed", Health.GOOD, deadline, Decimal(0))

    assert suggested(action("a", "oo", state=state), figures, TODAY) is verdict

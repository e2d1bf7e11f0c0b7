"""The law and the life of regulations and notices, without Plone."""

from communes.core.dashboards.exports.domain import Table
from communes.core.documents.api import read_text
from communes.core.documents.domain import LegalDocument
from communes.publications.domain.publication.errors import PlanRefused
from communes.publications.domain.publication.kinds import matters
from communes.publications.domain.publication.kinds import natures
from communes.publications.domain.publication.law import binding_day
from communes.publications.domain.publication.law import proof_required
from communes.publications.domain.publication.law import tables
from communes.publications.domain.publication.record import Joined
from communes.publications.domain.publication.record import Publication
from communes.publications.domain.publication.register import Entry
from communes.publications.domain.publication.register import found
from communes.publications.domain.publication.register import plain_words
from communes.publications.domain.publication.register import table
from communes.publications.domain.publication.register import Wanted
from communes.publications.domain.publication.rules import check_plan
from communes.publications.domain.publication.rules import obstacles
from communes.publications.domain.publication.states import PUBLICATION_EXITS
from communes.publications.domain.publication.states import PUBLICATION_STATE_LABELS
from communes.publications.domain.publication.states import PUBLICATION_TARGETS
from communes.publications.domain.publication.states import (
    PUBLICATION_TRANSITION_LABELS,
)
from communes.publications.domain.publication.states import PublicationState
from communes.publications.domain.publication.states import PublicationTransition
from communes.publications.domain.publication.writing import document_html
from communes.publications.domain.publication.writing import poster_html
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
import pytest


DAY = date(2026, 11, 23)
STEP = PublicationTransition
TAX = Publication(
    reference="2026-12",
    url="https://portail.example/99901/publications/2026-12",
    institution="Valmont-sur-Lesse",
    title="Règlement-taxe sur les déchets",
    nature="reglement-taxe",
    matter="dechets",
    authority="conseil",
    decided_on=date(2026, 10, 26),
    html="<p>Article 1er. Il est établi une taxe.</p>",
    needs_approval=True,
    approved_on=date(2026, 11, 20),
)
PLAN = Joined("annexe-1", "Plan", "plan.pdf", "application/pdf", 3, "ab" * 32)


def codes(one, step=STEP.PUBLISH, day=DAY):
    return [
        reason.code.removeprefix("publication_") for reason in obstacles(one, step, day)
    ]


def test_a_regulation_binds_on_the_fifth_day_after_its_publication():
    """CDLD, art. L1133-2."""
    told = binding_day(date(2025, 7, 1), None)
    assert told.date == date(2025, 7, 6)
    assert "L1133-2" in told.rule
    assert "5 jours après" in told.steps[-1]


def test_a_text_that_names_its_day_is_followed():
    assert binding_day(DAY, DAY).date == DAY
    assert binding_day(DAY, date(2027, 1, 1)).date == date(2027, 1, 1)


def test_no_text_binds_before_it_is_published():
    told = binding_day(DAY, DAY - timedelta(days=30))
    assert told.date == DAY
    assert "avant d'être publié" in told.steps[-1]


def test_the_law_of_the_day_is_asked():
    assert tables().at("channel", date(2025, 6, 30)).value == "affiche"
    assert tables().at("channel", date(2025, 7, 1)).value == "site internet"
    assert not proof_required(date(2025, 6, 30))
    assert proof_required(date(2025, 7, 1))


def test_a_complete_text_goes_out():
    assert codes(TAX) == []
    assert codes(TAX, STEP.PROPOSE) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"html": " "}, ["text"]),
        ({"html": "", "pdf": PLAN}, []),
        ({"authority": ""}, ["authority"]),
        ({"decided_on": None}, ["decided_on"]),
        ({"decided_on": DAY + timedelta(days=1)}, ["decided_later"]),
        ({"html": '<p><span class="donnee-personnelle">x</span></p>'}, ["personal"]),
        ({"approved_on": None}, ["approval"]),
        ({"approved_on": None, "approval_expired_on": DAY}, []),
        ({"approved_on": DAY + timedelta(days=1)}, ["approval_later"]),
        ({"expires_on": DAY}, ["expired"]),
        ({"nature": "avis", "authority": "", "decided_on": None}, []),
    ],
)  # fmt: skip
def test_what_is_missing_is_named(changes, expected):
    assert codes(replace(TAX, **changes)) == expected


def test_an_approval_is_asked_before_it_goes_out_and_not_before():
    waiting = replace(TAX, approved_on=None)
    assert codes(waiting, STEP.PROPOSE) == []
    assert codes(waiting, STEP.PLAN) == ["approval"]
    assert codes(waiting, STEP.BACK_TO_PRIVATE) == []


def test_nothing_is_planned_in_the_past():
    now = datetime(2026, 11, 23, 8, tzinfo=UTC)
    check_plan(now + timedelta(minutes=1), now)
    for moment in (now, now - timedelta(days=1)):
        with pytest.raises(PlanRefused, match="dans le passé"):
            check_plan(moment, now)


def test_every_state_and_step_has_a_name_and_a_way():
    assert set(PUBLICATION_STATE_LABELS) == set(PublicationState)
    assert set(PUBLICATION_TRANSITION_LABELS) == set(STEP) == set(PUBLICATION_TARGETS)
    assert set(PUBLICATION_EXITS) == set(PublicationState)
    assert {one for steps in PUBLICATION_EXITS.values() for one in steps} == set(STEP)


def test_there_are_27_natures_and_29_matters():
    assert (len(natures()), len(matters())) == (27, 29)


def entry(position, **values):
    known = {
        "position": position,
        "uid": f"u{position}",
        "reference": f"2026-{position}",
        "title": f"Texte {position}",
        "nature": "avis",
        "shown_at": datetime(2026, 1, position, tzinfo=UTC),
    }
    return Entry(**{**known, **values})


REGISTER = (
    entry(1, title="Règlement-taxe déchets", nature="reglement-taxe"),
    entry(2, streets=("rue de l'Église",), matter="circulation"),
    entry(
        3,
        title="Secret de Julie",
        state="unpublished",
        withdrawn_at=datetime(2026, 2, 1, tzinfo=UTC),
        reason="Erreur de texte",
    ),
)


@pytest.mark.parametrize(
    ("wanted", "positions"),
    [
        (Wanted(), [3, 2, 1]),
        (Wanted(in_force=True), [2, 1]),
        (Wanted(words="reglement DECHETS"), [1]),
        (Wanted(words="eglise"), [2]),
        (Wanted(words="Julie"), []),
        (Wanted(nature="reglement-taxe"), [1]),
        (Wanted(matter="circulation"), [2]),
        (Wanted(street="Rue de l'eglise"), [2]),
        (Wanted(street="rue"), []),
        (Wanted(year=2025), []),
    ],
)
def test_the_register_is_searched_as_one_writes(wanted, positions):
    assert [one.position for one in found(REGISTER, wanted)] == positions


def test_what_was_taken_back_keeps_its_line_and_loses_its_words():
    made = table("Registre", REGISTER)
    rows = list(made.rows)
    assert isinstance(made, Table)
    assert all(len(row) == len(made.heads) for row in rows)
    assert "Secret" not in str(rows)
    assert "Erreur de texte" in rows[2]


def test_words_are_compared_bare():
    assert plain_words(" Rue de l'Église, 12 ") == "rue de l eglise 12"


def test_the_document_says_what_the_law_asks():
    said = document_html(replace(TAX, annexes=(PLAN,), title="Taxe <b>x</b>"))
    for words in ("26 octobre 2026", "Approbation par la tutelle", "20 novembre 2026",
                  "Article 1er", "plan.pdf", "abab"):  # fmt: skip
        assert words in said
    assert "<b>x</b>" not in said
    expired = replace(TAX, approved_on=None, approval_expired_on=date(2026, 11, 1))
    assert "délai expiré le 1er novembre 2026" in document_html(expired)


def test_the_poster_leads_to_the_text():
    """CDLD, art. L1133-1: the notice names the address."""
    picture = "data:image/png;base64,iVBORw0KGgo="
    said = poster_html(replace(TAX, consultation="Service population"), picture)
    for words in (TAX.url, TAX.title, "26 octobre 2026", "Service population", picture):
        assert words in said


def test_both_are_legal_text():
    for html in (document_html(replace(TAX, annexes=(PLAN,))),):
        document = LegalDocument("x", html, "Valmont", DAY)
        assert read_text(document) is not None

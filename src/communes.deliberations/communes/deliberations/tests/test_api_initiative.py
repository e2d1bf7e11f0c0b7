"""Oral questions, items of councillors, interpellations: kept, shown, obeyed."""

from communes.core.access.errors import MayNot
from communes.deliberations import api as door
from communes.deliberations.api.initiative import initiative
from communes.deliberations.api.initiative import set_initiative
from communes.deliberations.domain.errors import TransitionRefused
from communes.deliberations.exceptions import StaleRevision
from communes.deliberations.tests import builders
from communes.deliberations.tests.rest import Program
from communes.deliberations.tests.web import Agent
from communes.deliberations.tests.web import committed
from communes.deliberations.tests.web import held_meeting
from datetime import date
import pytest


QUESTION = {
    "kind": "oral_question",
    "authors": ("conseiller-2",),
    "received_on": date(2023, 5, 15),
    "question": "Quand la rue du Moulin sera-t-elle rouverte ?",
}


def asked(item, **changes):
    with builders.as_user("directeur-general"):
        return set_initiative(item, {**QUESTION, **changes})


def test_a_question_keeps_its_author_and_its_answer(town):
    item = builders.validated()
    assert asked(item) == 1
    assert asked(item) == 1
    assert asked(item, answer="Au mois de juin.") == 2
    with builders.as_user("directeur-general"):
        found = initiative(item)
    assert found.names == ("Titulaire conseiller-2",)
    assert found.initiative.answer == "Au mois de juin."


def test_the_question_of_an_absent_author_is_not_dealt_with(town):
    meeting, (item, _other) = held_meeting(poll_type="no_vote")
    asked(item)
    with builders.as_user("directeur-general"):
        door.set_presences(meeting, {"conseiller-2": "excused"})
        with pytest.raises(TransitionRefused) as refused:
            door.do_transition(item, "accept")
        assert "author_absent" in [one.code for one in refused.value.reasons]
        door.set_presences(meeting, {"conseiller-2": "present"})
        door.do_transition(item, "accept")


def test_an_item_of_a_councillor_that_came_late_says_so(town):
    _meeting, (item, _other) = held_meeting()
    asked(item, kind="councillor_item", received_on=date(2023, 5, 18))
    with builders.as_user("directeur-general"):
        assert initiative(item).late == (3, 5)


def test_two_people_writing_the_answer_are_told(town):
    item = builders.validated()
    asked(item)
    with builders.as_user("directeur-general"):
        set_initiative(item, {"answer": "Oui."}, 1)
        with pytest.raises(StaleRevision):
            set_initiative(item, {"answer": "Non."}, 1)


def test_a_stranger_neither_reads_nor_writes_it(town):
    item = builders.draft()
    for account in ("createur-finances", "conseiller", "agent-sans-groupe"):
        with builders.as_user(account):
            with pytest.raises(MayNot):
                initiative(item)
            with pytest.raises(MayNot):
                set_initiative(item, QUESTION)


def test_an_interpellation_is_noted_on_its_page(town_web):
    item = committed(lambda: builders.draft(title="Interpellation : la gare"))
    agent = Agent(town_web, "createur")
    agent.token = agent.site_token(f"{item.absolute_url()}/view")
    agent.post(
        f"{item.absolute_url()}/initiative-noter",
        nature="interpellation",
        citoyen="Anne Delvaux",
        recue="2026-11-02",
        question="Pourquoi la gare est-elle fermée ?",
        revision="0",
    )
    for words in (
        "Interpellation d'un citoyen",
        "Anne Delvaux",
        "Pourquoi la gare est-elle fermée ?",
    ):
        assert words in agent.text
    agent.post(f"{item.absolute_url()}/initiative-noter", nature="petition")
    assert "ne convient pas ici" in agent.text
    other = Agent(town_web, "createur-finances")
    assert other.get(item.absolute_url()) in (403, 404)


def test_programs_file_an_interpellation(town_web):
    item = builders.draft(title="Interpellation : la gare")
    program = Program(town_web, "createur")
    url = f"{item.absolute_url()}/@deliberations-initiative"
    sent = {
        "kind": "interpellation",
        "authors": ["Anne Delvaux"],
        "received_on": "2026-11-02",
        "question": "Pourquoi la gare est-elle fermée ?",
        "revision": 0,
    }
    status, answer = program.patch(url, sent)
    assert (status, answer["revision"]) == (200, 1)
    program.example("initiative-patch")
    assert program.patch(url, {**sent, "answer": "Oui."})[0] == 409
    for wrong in (
        {"kind": "petition"},
        {"authors": [1]},
        {"received_on": "hier"},
        {"size": 1},
    ):
        assert program.patch(url, wrong)[0] == 400
    outsider = Program(town_web, "createur-finances")
    assert outsider.get(url)[0] in (401, 403, 404)

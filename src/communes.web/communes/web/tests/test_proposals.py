"""Citizens propose; nobody else sees it; they are answered, then forgotten."""

from communes.core.jobs.storage import queue_of
from communes.core.mailing.api import SEND
from communes.core.protection.domain.errors import TooFast
from communes.web.api import proposals
from communes.web.api.transition import do_step
from communes.web.domain.proposal import NotOpenHere
from communes.web.domain.proposal import ProposalRefused
from communes.web.domain.proposal import Proposer
from communes.web.domain.proposal import read_proposer
from communes.web.storage.state import state_of
from communes.web.tests import dated
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import TEST_USER_NAME
import pytest
from zExceptions import NotFound


BY = Proposer("Jeanne Secret", "jeanne@exemple.be")
EVENT = {
    "title": "Brocante",
    "event_starts": "2027-05-01T08:00",
    "text": "Rue <b>Haute</b>\n\nDès 8 h <script>alert(1)</script>",
}
TYPED = {
    "title": "Brocante", "first_day": "2027-05-01", "first_hour": "08:00",
    "rhythm": "", "nom": BY.name, "courriel": BY.mail, "accord": "1",
}  # fmt: skip


@pytest.fixture
def site(integration):
    found = dated.as_webmaster(integration["portal"])
    # The letters need somebody they are from.
    api.portal.set_registry_record("plone.email_from_address", "site@valmont.example")
    return found


@pytest.fixture
def agenda(site):
    return dated.agenda(site, proposals_open=True)


def proposed(agenda):
    logout()
    try:
        proposals.propose(agenda, EVENT, BY)
    finally:
        login(api.portal.get(), TEST_USER_NAME)
    (made,) = agenda.objectValues()
    return made


def test_a_proposal_waits_and_is_text_alone(agenda):
    made = proposed(agenda)
    assert state_of(made) == "proposed"
    assert "<p>Rue &lt;b&gt;Haute&lt;/b&gt;</p>" in made.text.raw
    assert "<script" not in made.text.raw
    assert proposals.proposer_of(made) == BY
    page = dated.shown_to_citizen(agenda, quand="mois", jour="2027-05-01")
    assert "Brocante" not in page and "Proposer un événement" in page
    logout()
    with pytest.raises(Exception, match=r"droit|Unauthorized"):
        dated.shown(made)


def test_who_moderates_reads_who_proposed_and_citizens_never_do(agenda):
    made = proposed(agenda)
    assert "Jeanne Secret" in dated.shown(made)
    made.proposer_mail, made.proposer = BY.mail, BY.name
    # Published by hand, without the step that answers and forgets.
    made.manage_permission("View", ["Anonymous", "Manager"])
    page = dated.shown_to_citizen(made)
    assert "Brocante" in page and "Secret" not in page and BY.mail not in page


@pytest.mark.parametrize("step", ["publish", "reject"])
def test_the_answer_forgets_who_it_was(agenda, step):
    made = proposed(agenda)
    site = api.portal.get()
    before = queue_of(site).pending(SEND)
    do_step(made, step, "Le <b>lieu</b> est pris.")
    assert queue_of(site).pending(SEND) == before + 1
    assert proposals.proposer_of(made) is None
    assert (made.proposer, made.proposer_mail) == ("", "")


def test_what_takes_no_proposals_takes_none(site, agenda):
    closed = dated.agenda(site, "Fermé")
    hidden = dated.agenda(site, "Caché", public=False, proposals_open=True)
    for branch in (closed, hidden):
        with pytest.raises(NotOpenHere):
            proposals.propose(branch, EVENT, BY)
        with pytest.raises(NotFound):
            dated.shown(branch, "proposer")


@pytest.mark.parametrize(
    "values",
    [
        {"title": ""},
        {"title": "x" * 201},
        {"description": "x" * 601},
        {"text": "x" * 8001},
    ],
)
def test_what_nobody_would_read_is_refused(agenda, values):
    with pytest.raises(ProposalRefused):
        proposals.propose(agenda, {**EVENT, **values}, BY)
    assert agenda.objectIds() == []


def test_who_proposes_says_who_and_agrees():
    typed = {"name": " Jeanne  D ", "mail": "j@x.be", "consent": "1"}
    assert read_proposer(typed) == Proposer("Jeanne D", "j@x.be")
    for wrong in ({"name": ""}, {"mail": "j@x"}, {"consent": ""}):
        with pytest.raises(ProposalRefused):
            read_proposer({**typed, **wrong})


def test_the_page_asks_without_script_and_refuses_a_machine(agenda):
    page = dated.shown_to_citizen(agenda, "proposer")
    assert 'name="ouvert_le"' in page and 'name="site_web"' in page
    request = agenda.REQUEST
    request.form.clear()
    request.form.update(TYPED)
    request.method = "POST"
    logout()
    view = api.content.get_view("proposer", agenda, request)
    page = view()
    assert isinstance(view.refusal, TooFast) or view.refusal is not None
    assert 'value="Brocante"' in page


def test_a_citizen_s_form_becomes_a_proposal(agenda):
    request = agenda.REQUEST
    request.form.clear()
    request.form.update(TYPED)
    request.method = "POST"
    logout()
    view = api.content.get_view("proposer", agenda, request)
    view.genuine = lambda: None
    page = view()
    assert view.number and view.number in page
    (made,) = agenda.objectValues()
    assert state_of(made) == "proposed"


def test_news_are_proposed_likewise(site):
    folder = dated.folder(site, proposals_open=True)
    logout()
    proposals.propose(folder, {"title": "Fuite d'eau", "text": "Rue Basse"}, BY)
    (made,) = folder.objectValues()
    assert state_of(made) == "proposed" and made.text.raw == "<p>Rue Basse</p>"

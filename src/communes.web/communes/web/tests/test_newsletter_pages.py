"""The pages of a newsletter say what is there, to whom it is meant."""

from communes.web.api import sending
from communes.web.api.issues import add_contents
from communes.web.api.issues import contents_to_tell
from communes.web.api.issues import edit_issue
from communes.web.api.issues import record_of
from communes.web.api.newsletters import edit_newsletter
from communes.web.domain.newsletter.errors import NotPublic
from communes.web.interfaces import IWebLayer
from communes.web.newsletter.drafting import draft_due
from communes.web.storage.newsletters import issues_of
from communes.web.tests import dated
from communes.web.tests.letters import enter
from communes.web.tests.letters import issue
from communes.web.tests.letters import newsletter
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
from Products.CMFCore.indexing import processQueue
import pytest
from zope.interface import alsoProvides


@pytest.fixture
def site(portal, tmp_path, monkeypatch):
    monkeypatch.setenv("COMMUNES_VAR", str(tmp_path))
    return dated.as_webmaster(portal)


def page(place, name="view", method="GET", **form):
    processQueue()
    request = place.REQUEST.clone()
    alsoProvides(request, IWebLayer)
    request.form, request.method = form, method
    return api.content.get_view(name, place, request)()


@pytest.mark.parametrize("name", ["gestion", "abonnes", "reglages", "nouveau-numero",
                                  "abonnes-importer", "s-abonner", "view",
                                  "numeros.atom"])  # fmt: skip
def test_each_page_of_a_newsletter_is_shown(site, name):
    letter = newsletter(site)
    enter(site, letter, "anne")
    issue(letter)
    assert "Valmont" in str(page(letter, name))


@pytest.mark.parametrize("name", ["travail", "reglages", "bloc", "choisir", "apercu",
                                  "apercu-message", "apercu-texte"])  # fmt: skip
def test_each_page_of_an_issue_is_shown(site, name):
    made = issue(newsletter(site))
    said = page(made, name)
    assert "cembre" in said or "Bonjour" in said


def test_newsletters_are_listed_to_everybody_and_counted_for_who_keeps_them(site):
    letter = newsletter(site)
    enter(site, letter, "anne")
    assert "1 abonné" in page(site, "newsletters")
    with api.env.adopt_roles(["Anonymous"]):
        said = page(site, "newsletters")
    assert "Lettre de Valmont" in said
    assert "abonné" not in said
    assert "nouvelle-lettre" not in said


def test_the_work_page_leads_on_step_by_step(site):
    letter = newsletter(site)
    enter(site, letter, "anne")
    made = issue(letter)
    said = page(made, "travail")
    assert "Envoyer un test" in said
    assert "Envoyer maintenant" not in said
    sending.send_test(made, "julie@valmont.example")
    said = page(made, "travail")
    assert "Envoyer maintenant" in said
    assert "1 abonné(s)" in said
    sending.plan(site, made, datetime.now(UTC) + timedelta(hours=1))
    said = page(made, "travail")
    assert "Annuler l" in said
    assert "bloc-oter" not in said


def test_what_is_published_is_put_into_an_issue(site):
    letter = newsletter(site)
    agenda = dated.agenda(site)
    concert = dated.event(agenda, title="Concert d'hiver", description="Dans l'église.")
    hidden = dated.event(agenda, title="Répétition", public=False)
    processQueue()
    made = issue(letter)
    titles = [one.title for one in contents_to_tell(made)]
    assert "Concert d'hiver" in titles
    assert "Répétition" not in titles
    assert add_contents(made, [concert.UID()]) == 1
    told = record_of(made).blocks[-1]
    assert (told.kind, told.title, told.url) == (
        "event", "Concert d'hiver", concert.absolute_url(),
    )  # fmt: skip
    assert "20\xa0h" in told.when
    assert "Dans l'église." in told.html
    with pytest.raises(NotPublic):
        add_contents(made, [hidden.UID()])
    assert concert.UID() not in [one.uid for one in contents_to_tell(made)]


def test_a_block_is_written_moved_and_taken_out(site):
    made = issue(newsletter(site))
    rows = [{"kind": "text", "title": title} for title in "AB"]
    edit_issue(made, {"blocks": rows})
    said = page(made, "bloc", numero="1")
    assert 'value="B"' in said
    assert page(made, "bloc", numero="9")


def test_a_theme_keeps_its_id_when_it_is_renamed(site):
    letter = newsletter(site)
    rows = [{"id": "travaux", "title": "Chantiers"}]
    edit_newsletter(letter, {"topics": rows})
    assert "Chantiers" in page(letter, "s-abonner")
    assert letter.topics == ({"id": "travaux", "title": "Chantiers"},)


def test_a_draft_of_what_is_new_is_there_in_the_morning(site):
    letter = newsletter(site, frequency="daily")
    folder = dated.folder(site)
    dated.news(folder, title="La rue est ouverte")
    dated.news(folder, title="Secret", public=False)
    processQueue()
    tomorrow = datetime.now(UTC) + timedelta(days=1, hours=12)
    draft_due(site, tomorrow)
    (made,) = issues_of(letter)
    titles = [one.title for one in record_of(made).blocks]
    assert "La rue est ouverte" in titles
    assert "Secret" not in titles
    processQueue()
    draft_due(site, tomorrow)
    assert len(issues_of(letter)) == 1

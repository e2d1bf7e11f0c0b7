"""A plan is published, received and read by citizens; nothing else of it ever is."""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from communes.core.access.errors import MayNot
from communes.core.dashboards.interfaces import IAlsoFound
from communes.exchange.messages.api import check
from communes.exchange.messages.api import receiver_of
from communes.exchange.messages.domain.envelope import Envelope
from communes.pst.api.citizens import programmes
from communes.pst.api.citizens import take
from communes.pst.api.element import edit_element
from communes.pst.api.online import publish_programme
from communes.pst.api.online import standing
from communes.pst.api.online import withdraw_programme
from communes.pst.browser.citizens.entries import PublicEntries
from communes.pst.browser.citizens.goals import goal_icon
from communes.pst.browser.citizens.pages import Programmes
from communes.pst.content.plan import IPlan
from communes.pst.domain.public_message import PROGRAMME
from communes.pst.domain.sdg import goals
from communes.pst.exceptions import NothingToPublish
from communes.pst.exceptions import NotItsSender
from communes.pst.exceptions import NotOnline
from communes.pst.interfaces import IProgrammePublished
from communes.pst.storage.place import find_plan
from communes.pst.tests import builders
from contextlib import contextmanager
from datetime import datetime
from datetime import UTC
from plone import api
import pytest
from zExceptions import NotFound
from zope.component import getGlobalSiteManager
from zope.component import getMultiAdapter


#: Words that stand in every field nobody publishes.
MARK = "SECRETMOT"


@pytest.fixture
def branch(town):
    """Return a branch whose private fields all hold the marker, made public."""
    made = builders.branch(
        description=f"<p>{MARK}</p>",
        observation=f"<p>{MARK}</p>",
        comments=f"<p>{MARK}</p>",
        health="risque",
        health_details=MARK,
        budget_comments=MARK,
        synergy=MARK,
        partners=(MARK,),
        sdgs=(4, 7),
        budget=[{"source": "ville", "year": 2026, "amount": "1234", "comment": MARK}],
        risks=[{"id": "r", "title": MARK, "probability": 3, "impact": 4}],
        indicators=[{"id": "i", "label": MARK, "baseline": "0"}],
    )
    builders.made(made["objective"], "pstaction", title=f"Brouillon {MARK}")
    with builders.as_user("directrice-generale"):
        for name in ("goal", "objective", "action"):
            edit_element(made[name], {"publication": "published"})
        edit_element(
            made["action"],
            {"public_text": "<p>Il fera chaud.</p><script>x()</script>",
             "public_title": "Une école <bien> isolée"},
        )  # fmt: skip
    return made


@pytest.fixture
def sent(branch):
    """Publish the plan and return the bodies that leave, as a site receives them."""
    bodies = []

    def listen(plan, event):
        bodies.append(event.body)

    manager, needs = getGlobalSiteManager(), (IPlan, IProgrammePublished)
    manager.registerHandler(listen, needs)
    try:
        publish()
        yield bodies
    finally:
        manager.unregisterHandler(listen, needs)


def publish():
    with builders.as_user("directrice-generale"):
        return publish_programme(builders.plan())


@contextmanager
def nobody():
    """Run a block as who is not logged in."""
    kept = getSecurityManager()
    noSecurityManager()
    try:
        yield
    finally:
        setSecurityManager(kept)


def page(site, *path, **headers):
    """Return what a citizen is answered below ``/programme``."""
    request = site.REQUEST
    request.response.headers.clear()
    request.environ.update({f"HTTP_{name.upper()}": v for name, v in headers.items()})
    view = Programmes(site, request)
    for name in path:
        view.publishTraverse(request, name)
    with nobody():
        return view()


def receive(site, body, sender="valmont/agents"):
    message = Envelope("m", PROGRAMME.name, sender, "valmont/www", body["id"], 1,
                       datetime.now(UTC), body)  # fmt: skip
    receiver_of(PROGRAMME.name).receive(site, message)


def test_what_leaves_follows_its_schema_and_holds_nothing_private(sent, branch):
    (body,) = sent
    check(PROGRAMME.name, body)
    assert MARK not in str(body) and "script" not in str(body)
    assert [one["kind"] for one in body["document"]["elements"]] == [
        "part", "strategicobjective", "operationalobjective", "pstaction",
    ]  # fmt: skip
    assert body["document"]["elements"][3]["title"] == "Une école <bien> isolée"


def test_citizens_read_pages_and_data_without_a_private_word(town, sent):
    receive(town, sent[0])
    action = sent[0]["document"]["elements"][3]["id"]
    plan = sent[0]["id"]
    found = [
        page(town),
        page(town, plan),
        page(town, plan, action),
        page(town, plan, "donnees.json").decode(),
        page(town, plan, "donnees.csv").decode("utf-8-sig"),
        page(town, plan, "integrer"),
    ]
    assert not [one for one in found if MARK in one or "x()" in one]
    assert "Une commune où il fait bon vivre" in found[0]
    assert "Une école &lt;bien&gt; isolée" in found[1]
    assert "Il fera chaud." in found[2] and "ODD 7" in found[2]
    assert '"format": "communes.pst.public"' in found[3]
    assert found[4].startswith("Identifiant;Niveau")
    assert "<form" not in found[5] and "<script" not in found[5]


def test_a_search_finds_what_is_published_and_nothing_else(town, sent):
    asked = getMultiAdapter((town, town.REQUEST), IAlsoFound, name="pst")
    assert asked.find("école") is None
    receive(town, sent[0])
    found = asked.find("ecole isolée")
    (result,) = found.results
    assert result.title[0].text == "Une école <bien> isolée"
    assert result.url.endswith(sent[0]["document"]["elements"][3]["id"])
    assert "Rénover les écoles" in result.about
    assert asked.find(MARK) is None and asked.find("Brouillon") is None
    town.REQUEST.form["SearchableText"] = "ecole isolée"
    with nobody():
        view = getMultiAdapter((town, town.REQUEST), name="search")
        html = view()
    assert "Dans le programme stratégique" in html
    assert "Une école &lt;bien&gt; isolée" in html


def test_the_fragment_alone_may_be_framed_by_any_site(town, sent):
    receive(town, sent[0])
    page(town, sent[0]["id"], "integrer")
    told = town.REQUEST.response.getHeader
    assert told("Content-Security-Policy").endswith("frame-ancestors *")
    page(town, sent[0]["id"])
    assert told("Content-Security-Policy") is None, "the house says its own rule"


def test_who_has_a_page_is_spared_it(town, sent):
    receive(town, sent[0])
    response = town.REQUEST.response
    page(town)
    tag = response.getHeader("ETag")
    assert "s-maxage" in response.getHeader("Cache-Control")
    assert page(town, if_none_match=tag) == "" and response.getStatus() == 304
    publish()
    receive(town, sent[1])
    assert page(town, if_none_match=tag)
    assert response.getHeader("ETag") != tag


def test_nothing_is_there_before_and_after(town, sent):
    with pytest.raises(NotFound):
        page(town)
    assert PublicEntries(town, town.REQUEST).entries() == []
    receive(town, sent[0])
    assert len(PublicEntries(town, town.REQUEST).entries()) == 1
    with pytest.raises(NotFound):
        page(town, sent[0]["id"], "nulle-part")
    with builders.as_user("directrice-generale"):
        withdraw_programme(builders.plan())
    receive(town, sent[1])
    assert programmes(town) == [] and sent[1]["document"] is None
    with pytest.raises(NotFound):
        page(town, sent[0]["id"])


def test_an_older_version_and_another_sender_change_nothing(town, sent):
    publish()
    receive(town, sent[1])
    assert take(town, sent[0], "valmont/agents") is False
    assert programmes(town)[0].version == 2
    with pytest.raises(NotItsSender):
        receive(town, {**sent[1], "version": 9}, sender="autre/agents")


def test_a_text_is_cleaned_where_it_is_received_too(town, sent):
    body = {**sent[0], "document": {**sent[0]["document"]}}
    body["document"]["elements"] = [
        {**one, "text": "<p>Bien</p><script>x()</script>"}
        for one in body["document"]["elements"]
    ]
    receive(town, body)
    assert "script" not in programmes(town)[0].text


def test_agents_see_that_what_is_online_is_no_longer_what_they_wrote(sent, branch):
    plan = builders.plan()
    with builders.as_user("directrice-generale"):
        assert standing(plan).online.version == 1 and not standing(plan).differs
        edit_element(branch["goal"], {"public_title": "Autrement dit"})
        assert standing(plan).differs
        shown = api.content.get_view("publication", plan, plan.REQUEST)()
    assert "est différent" in shown and "Publier sur le site" in shown


def test_nobody_else_publishes_or_reads_what_would_be(sent):
    plan = builders.plan()
    for account in ("lecteur", "gestionnaire-travaux"):
        with builders.as_user(account):
            for act in (standing, publish_programme, withdraw_programme):
                with pytest.raises(MayNot):
                    act(find_plan(api.portal.get(), plan.getId()))


def test_a_plan_without_anything_public_is_not_published(town):
    builders.branch()
    with pytest.raises(NothingToPublish):
        publish()
    with builders.as_user("directrice-generale"), pytest.raises(NotOnline):
        withdraw_programme(builders.plan())


def test_each_goal_has_an_icon_one_can_read():
    assert len({goal_icon(one.number) for one in goals()}) == 17
    assert 'fill="#000">7<' in goal_icon(7) and 'fill="#fff">16<' in goal_icon(16)

"""Who looks after an institution sees what would change, decides, and nobody else."""

from communes.core.access.errors import MayNot
from communes.core.organisation.domain import group_id
from communes.publications.api import managing
from communes.publications.api import reading
from communes.publications.browser.managing.desk import WaitingBlock
from communes.publications.institutions.errors import InstitutionRefused
from communes.publications.receiving.errors import NoReason
from communes.publications.receiving.errors import NothingChosen
from communes.publications.receiving.errors import NothingWaits
from communes.publications.solution import Publications
from communes.publications.storage.projection import state_of
from communes.publications.tests import example
from communes.publications.tests.papers import move
from communes.publications.tests.papers import paper
from communes.publications.tests.papers import STEP
from communes.publications.tests.portal import make_institution
from communes.publications.tests.portal import meeting_of
from communes.publications.tests.portal import receive
from communes.publications.tests.test_searching import elsewhere
from plone import api
from plone.app.testing import login
import pytest


@pytest.fixture
def site(portal):
    """A portal of two institutions, each with its manager of decisions."""
    api.portal.set_registry_record("communes.core.slug", "lesse")
    for nis, title in (("99901", "Valmont-sur-Lesse"), ("99902", "Rocheval")):
        make_institution(portal, nis, title=title, asks_first=True)
        api.user.create(f"{nis}@example.be", f"chef-{nis}", "Secret-2026-x")
        group = group_id("lesse", nis, "decisionmanagers")
        api.group.add_user(groupname=group, username=f"chef-{nis}")
    api.user.create("r@example.be", "regleur", "Secret-2026-x")
    group = group_id("lesse", "99901", "managers")
    api.group.add_user(groupname=group, username="regleur")
    return portal


@pytest.fixture
def meeting(site):
    receive(site, example.meeting())
    login(site, "chef-99901")
    return meeting_of(site)


def test_what_arrives_is_seen_before_it_is_shown(site, meeting):
    found = managing.preview(meeting)
    assert [one.kind for one in found.items] == ["new", "new", "new"]
    assert managing.waiting(site["99901"]) == [meeting]
    assert reading.shown_meeting(meeting) is None

    managing.accept(meeting)
    assert state_of(meeting) == "decision"
    assert managing.preview(meeting) is None and managing.waiting_count(site) == 0


def test_items_are_let_through_one_by_one(site, meeting):
    managing.accept(meeting, [f"{example.MEETING}/1"])
    assert [one.number for one in reading.shown_meeting(meeting).items] == ["1"]
    assert [one.item.number for one in managing.preview(meeting).changed] == ["2", "3"]
    managing.accept(meeting)
    shown = reading.shown_meeting(meeting)
    assert [one.number for one in shown.items] == ["1", "2", "3"]
    with pytest.raises(NothingWaits):
        managing.accept(meeting)


def test_ticking_nothing_is_told(meeting):
    with pytest.raises(NothingChosen):
        managing.accept(meeting, [])


def test_a_correction_says_which_words_change(site, meeting):
    managing.accept(meeting)
    other = example.item(title="Réfection de la rue du Moulin", reference="Réf. 2")
    receive(site, example.meeting(version=3, items=[other], place="Salle des fêtes"))
    found = managing.preview(meeting)
    kinds = {one.item.number: (str(one.kind), one.parts) for one in found.items}
    assert kinds["1"] == ("changed", ("objet", "référence"))
    assert kinds["3"][0] == "gone" and found.parts == ("lieu",)
    assert "abords" in reading.shown_meeting(meeting).items[0].title


def test_what_is_withdrawn_never_waits(site, meeting):
    managing.accept(meeting)
    stone = {**example.withdrawn("1"), "title": "Point retiré de la publication"}
    receive(site, example.meeting(version=3, items=[stone, example.item("4")]))
    first = reading.shown_meeting(meeting).items[0]
    assert first.withdrawn and not first.decision
    assert reading.annex_file(meeting["1"], "annexe-1") is None
    assert "4" not in meeting.objectIds()
    assert next(one.item.number for one in managing.preview(meeting).changed) == "4"


def test_a_version_is_turned_back_with_a_reason(meeting):
    with pytest.raises(NoReason):
        managing.turn_back(meeting, " ")
    managing.turn_back(meeting, "Une adresse n'est pas masquée.")
    assert managing.preview(meeting) is None
    assert not meeting.files and state_of(meeting) == "private"


def test_a_meeting_is_taken_off_and_put_back(meeting):
    assert managing.steps(meeting) == ()
    managing.accept(meeting)
    managing.take_step(meeting, "back_to_private")
    assert state_of(meeting) == "private"
    assert managing.steps(meeting) == ("publish",)
    managing.take_step(meeting, "publish")
    assert state_of(meeting) == "decision"


def test_the_manager_of_one_knows_nothing_of_another(site, meeting):
    receive(site, elsewhere())
    theirs = meeting_of(site, "99902/college/2025/4")
    login(site, "chef-99901")
    assert managing.managed(site) == [site["99901"]]
    assert managing.waiting_count(site) == 1
    for act in (
        lambda: managing.preview(theirs),
        lambda: managing.accept(theirs),
        lambda: managing.turn_back(theirs, "x"),
        lambda: managing.take_step(theirs, "publish"),
        lambda: managing.waiting(site["99902"]),
        lambda: managing.settings(site["99902"]),
    ):
        with pytest.raises(MayNot):
            act()
    assert not api.user.has_permission("View", obj=theirs)


def test_settings_are_for_the_manager_of_the_institution(site):
    login(site, "chef-99901")
    with pytest.raises(MayNot):
        managing.change_settings(site["99901"], {"title": "Valmont"})
    login(site, "regleur")
    with pytest.raises(MayNot):
        managing.change_settings(site["99902"], {"title": "Rocheval"})
    managing.change_settings(site["99901"], {"title": "Valmont"})
    assert site["99901"].title == "Valmont"
    for wrong in (
        {"brand_colour": "#ffff00"},
        {"meeting_title": "Séance ${jour}"},
        {"matters": {"travaux": "nulle-part"}},
        {"mail": "personne"},
    ):
        with pytest.raises(InstitutionRefused):
            managing.change_settings(site["99901"], wrong)


def test_the_pages_of_the_desk_are_made(site, meeting):
    site.REQUEST.set("ACTUAL_URL", site.absolute_url())
    desk = api.content.get_view("gestion", site, site.REQUEST.clone())()
    assert "Conseil communal du 12 octobre 2026" in desk and "Rocheval" not in desk
    page = api.content.get_view("reception", meeting, site.REQUEST.clone())()
    assert "Publier les points cochés" in page and "cahier des charges" in page
    with api.env.adopt_roles(["Manager"]):
        form = api.content.get_view("reglages", site["99901"], site.REQUEST.clone())()
    assert "Catégories et matières" in form


def test_who_writes_regulations_finds_them_on_the_desk(site):
    made = paper(site["99901"], title="Règlement des marchés")
    move(made, STEP.PROPOSE)
    paper(site["99902"], title="Brouillon de Rocheval")
    for name, role in (
        ("redactrice", "PublicationCreator"),
        ("valideur", "PublicationValidator"),
    ):
        api.user.create(f"{name}@example.be", name, "Un-mot-de-passe-2026")
        api.user.grant_roles(username=name, roles=[role], obj=site["99901"])
    site["99901"].reindexObjectSecurity()
    site.REQUEST.set("ACTUAL_URL", site.absolute_url())
    for name, waits in (("redactrice", 0), ("valideur", 1)):
        login(site, name)
        desk = api.content.get_view("gestion", site, site.REQUEST.clone())()
        assert "Règlement des marchés" in desk and "Nouvelle publication" in desk
        assert "Rocheval" not in desk and "Séance" not in desk
        assert Publications().available(site)
        assert Publications().waiting(site) == waits
        block = WaitingBlock(site, site.REQUEST)
        assert [one.count for one in block.counters()] == [1] * waits
        assert [one.title for one in block.tasks()] == [made.title] * waits

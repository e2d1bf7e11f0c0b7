"""Pages written through the door: what is kept, refused, moved and brought back."""

from communes.core.access.errors import MayNot
from communes.core.access.errors import StaleRevision
from communes.web.api import contents
from communes.web.api import pages
from communes.web.domain.content_errors import AlreadyHere
from communes.web.domain.content_errors import NotHere
from communes.web.domain.content_errors import NothingBefore
from communes.web.domain.sections.errors import BadSection
from communes.web.domain.sections.errors import ForManagers
from communes.web.domain.sections.errors import HostNotAllowed
from communes.web.tests import webmasters
from datetime import datetime
from plone.app.testing import logout
import pytest


@pytest.fixture
def site(integration):
    return webmasters.with_people(integration["portal"])


def ids(page):
    return [one.id for one in pages.sections(page)]


def text(html):
    return ("text", {"html": html})


def test_a_page_has_an_address_made_of_its_title_and_is_private(site):
    made = webmasters.page(site, "Où déposer ses déchets ?")
    assert made.getId() == "ou-deposer-ses-dechets"
    logout()
    with pytest.raises(MayNot):
        pages.sections(made)


def test_formatted_text_is_kept_without_anything_active(site):
    bad = (
        '<p onclick="x()">Bonjour<script>alert(1)</script>'
        '<iframe src="https://x.example"></iframe>'
        '<img src="https://suivi.example/1.gif"></p><a href="javascript:x()">a</a>'
    )
    (one,) = pages.sections(webmasters.page(site, "Page", text(bad)))
    for trace in ("script", "onclick", "iframe", "suivi.example", "javascript"):
        assert trace not in one.holds.html
    assert "Bonjour" in one.holds.html


def test_sections_are_added_changed_moved_and_taken_away(site):
    made = webmasters.page(site, "Page", text("<p>un</p>"))
    after = pages.add_section(made, "postit", {"holds": {"html": "<p>!</p>"}}, "s1")
    pages.add_section(made, "links", {"title": "Voir aussi", "width": 50})
    assert ids(made) == ["s1", after.id, "links-1"]
    pages.move_section(made, "links-1", "s1")
    assert ids(made) == ["links-1", "s1", after.id]
    pages.shift_section(made, "links-1", 1)
    pages.change_section(made, "links-1", {"width": 33, "hidden": True})
    pages.remove_section(made, after.id)
    assert ids(made) == ["s1", "links-1"]
    assert pages.section(made, "links-1").width == 33


def test_hidden_sections_are_for_who_writes_the_page(site):
    hidden = {"kind": "text", "hidden": True, "holds": {"html": "<p>secret</p>"}}
    made = webmasters.page(site, "Page", text("<p>x</p>"), hidden, public=True)
    assert len(pages.sections(made)) == 2
    logout()
    assert ids(made) == ["s1"]


def test_two_who_edit_at_once_lose_nothing(site):
    made = webmasters.page(site, "Page", text("<p>un</p>"))
    read = made.revision
    pages.add_section(made, "links", {}, revision=read)
    with pytest.raises(StaleRevision):
        pages.remove_section(made, "s1", revision=read)
    with pytest.raises(StaleRevision):
        contents.edit(made, {"title": "Autre"}, read)
    assert ids(made) == ["s1", "links-1"]


def test_a_change_is_undone_and_the_undo_too(site):
    made = webmasters.page(site, "Page", text("<p>un</p>"))
    with pytest.raises(NothingBefore):
        pages.undo(made)
    contents.edit(made, {"title": "Nouveau titre", "description": "Résumé"})
    pages.remove_section(made, "s1")
    pages.undo(made)
    assert (ids(made), made.title) == (["s1"], "Nouveau titre")
    pages.undo(made, to=0)
    assert (made.title, made.description) == ("Page", "")
    pages.undo(made)
    assert made.title == "Nouveau titre"


def test_the_text_and_the_moment_of_an_event_come_back_too(site):
    agenda = contents.create(site, "Agenda", {"title": "Agenda"})
    morning, evening = datetime(2026, 3, 2, 8), datetime(2026, 3, 2, 20)
    values = {"title": "Marché", "event_starts": morning, "text": "<p>Place</p>"}
    made = contents.create(agenda, "Event", values)
    contents.edit(made, {"event_starts": evening, "text": "<p>Salle</p>"})
    pages.undo(made)
    assert ("Place" in made.text.raw, made.event_starts) == (True, morning)


def test_only_the_last_twenty_versions_are_kept(site):
    made = webmasters.page(site, "Page")
    for number in range(25):
        contents.edit(made, {"title": f"Titre {number}"})
    kept = pages.history(made)
    assert len(kept) == 20
    assert kept[0].values["title"] == "Titre 23"


def test_raw_html_is_for_managers_of_the_site(site):
    made = webmasters.page(site, "Page")
    webmasters.acting_as("editrice")
    assert "html" not in pages.kinds(made)
    with pytest.raises(ForManagers):
        pages.add_section(made, "html", {"holds": {"html": "<b>x</b>"}})
    webmasters.acting_as("gestionnaire")
    assert "html" in pages.kinds(made)
    added = pages.add_section(made, "html", {"holds": {"html": "<b>x</b>"}})
    webmasters.acting_as("editrice")
    # What a manager wrote stays when somebody else writes beside it.
    pages.add_section(made, "links", {})
    with pytest.raises(ForManagers):
        pages.change_section(made, added.id, {"holds": {"html": "<i>x</i>"}})


def test_what_a_section_may_not_hold_is_refused_and_nothing_kept(site):
    made = webmasters.page(site, "Page")
    video = {"holds": {"url": "https://tube.example/w/abcdef", "name": "x"}}
    with pytest.raises(HostNotAllowed):
        pages.add_section(made, "video", video)
    with pytest.raises(BadSection):
        pages.add_section(made, "text", {"width": 40})
    assert (ids(made), made.revision) == ([], 0)


def test_a_content_from_elsewhere_is_made_once(site):
    webmasters.page(site, "Page", external_id="ancien-17")
    with pytest.raises(AlreadyHere):
        webmasters.page(site, "Autre", external_id="ancien-17")


def test_words_of_shown_sections_are_found(site):
    hidden = {"kind": "text", "hidden": True, "holds": {"html": "<p>zinzolin</p>"}}
    webmasters.page(site, "Page", text("<p>compostage</p>"), hidden, public=True)
    logout()
    found = site.portal_catalog(SearchableText="compostage")
    assert [one.Title for one in found] == ["Page"]
    assert not site.portal_catalog(SearchableText="zinzolin")


def test_a_page_does_not_hold_a_page(site):
    made = webmasters.page(site, "Page")
    with pytest.raises(NotHere):
        webmasters.page(made, "Dedans")


def test_a_member_without_role_writes_nothing(site):
    made = webmasters.page(site, "Page", text("<p>x</p>"), public=True)
    webmasters.acting_as("visiteur-inscrit")
    for act in (
        lambda: contents.edit(made, {"title": "x"}),
        lambda: pages.remove_section(made, "s1"),
        lambda: pages.undo(made),
        lambda: pages.history(made),
        lambda: contents.delete(made),
        lambda: webmasters.page(site, "Nouvelle"),
    ):
        with pytest.raises(MayNot):
            act()

"""Pages, folders and the first page as citizens and webmasters see them."""

from communes.web.api import contents
from communes.web.api import pages
from communes.web.api import pictures
from communes.web.api.files import add_file
from communes.web.api.transition import do_step
from communes.web.api.transition import transitions
from communes.web.domain.content_errors import FileRefused
from communes.web.tests import dated
from communes.web.tests import webmasters
from communes.web.tests.photos import photo
from datetime import datetime
from datetime import timedelta
from datetime import UTC
import feedparser
import json
from plone import api
from plone.app.testing import logout
from plone.protect import createToken
import pytest
from zExceptions import NotFound
from zExceptions import Unauthorized


@pytest.fixture
def site(integration):
    return webmasters.with_people(integration["portal"])


def post(obj, view, /, **form):
    """Send a form to a page of a content, as its own page would."""
    request = obj.REQUEST
    request.method = "POST"
    request.form.clear()
    request.form.update(form, _authenticator=createToken())
    try:
        return api.content.get_view(view, obj, request)()
    finally:
        request.method = "GET"


def test_every_kind_of_section_is_shown(site):
    target = webmasters.page(site, "Collecte", public=True, categories=["dechets"])
    held = {
        "text": {"html": "<p>Bonjour</p>"},
        "links": {"links": [{"label": "Calendrier", "url": "/calendrier"}]},
        "video": {"url": "https://framatube.org/w/9xQkx9", "name": "La visite"},
        "external": {"url": "https://www.odwb.be/carte", "name": "Carte des bulles"},
        "map": {
            "points": [
                {"label": "Recyparc", "latitude": "50.1", "longitude": "5.2"},
                {"label": "Dépôt", "latitude": "50.2", "longitude": "5.1"},
            ]
        },
        "collection": {"categories": ["dechets"]},
        "selection": {"contents": [target.UID()]},
        "slides": {"slides": [{"heading": "Fête", "url": "/fete"}]},
        "postit": {"html": "<p>Attention</p>"},
        "html": {"html": "<p>Libre</p>"},
        "hero": {"heading": "Que cherchez-vous ?"},
        "entrances": {"by": "category"},
    }
    made = webmasters.page(site, "Tout", *held.items())
    pages.change_section(made, "s8", {"hidden": True})
    do_step(made, "publish")
    shown = dated.shown_to_citizen(made)
    for words in (
        "Bonjour", "Calendrier", "La visite", "chez framatube.org", "Carte des bulles",
        "Recyparc", "<svg", "Attention", "Libre", "Que cherchez-vous ?", "Collecte",
        "Déchets et propreté", "/je-cherche?theme=dechets", "w-100",
    ):  # fmt: skip
        assert words in shown, words
    assert "Fête" not in shown
    # Nothing of another site is asked before a click.
    assert "<iframe" not in shown
    assert 'src="http' not in shown.replace('src="http://nohost', "")


def test_news_events_contacts_services_and_albums_are_shown(site):
    news = dated.news(dated.folder(site), "Rue fermée")
    event = dated.event(dated.agenda(site), "Concert")
    made = webmasters.page(
        site, "Portail", ("news", {}), ("events", {}), ("contact", {}), public=True
    )
    shown = dated.shown_to_citizen(made)
    assert news.title in shown and event.title in shown
    keys = made.REQUEST.response.getHeader("Surrogate-Key")
    for one in (made, news, event):
        assert one.UID() in keys


def test_a_section_without_anything_is_for_who_writes_alone(site):
    made = webmasters.page(
        site, "Vide", {"kind": "gallery", "title": "Nos photos"}, public=True
    )
    assert "Nos photos" not in dated.shown_to_citizen(made)
    assert "Nos photos" in dated.shown(made, "modifier")


def test_a_video_is_played_on_a_page_of_ours_that_asks_one_host(site):
    held = {"url": "https://youtu.be/abc_DEF-123", "name": "La visite"}
    made = webmasters.page(site, "Visite", ("video", held), public=True)
    shown = dated.shown_to_citizen(made, "lecture", section="s1")
    assert 'src="https://www.youtube-nocookie.com/embed/abc_DEF-123"' in shown
    policy = made.REQUEST.response.getHeader("Content-Security-Policy")
    assert "frame-src https://www.youtube-nocookie.com;" in policy
    for wrong in ("", "s9"):
        with pytest.raises(NotFound):
            dated.shown_to_citizen(made, "lecture", section=wrong)
    pages.change_section(made, "s1", {"hidden": True})
    with pytest.raises(NotFound):
        dated.shown_to_citizen(made, "lecture", section="s1")


@pytest.mark.parametrize("layout", ["summary", "block", "list"])
def test_a_folder_shows_what_is_public_in_each_layout(site, layout):
    place = webmasters.folder(site, "Vivre ici", public=True, arrangement=layout)
    webmasters.page(place, "École du Centre", public=True)
    webmasters.page(place, "Brouillon")
    shown = dated.shown_to_citizen(place)
    assert "École du Centre" in shown and "Brouillon" not in shown
    assert ('id="lettre-E"' in shown) == (layout == "list")
    assert "Brouillon" in dated.shown(place)


def test_an_empty_folder_says_so(site):
    place = webmasters.folder(site, "Nouveau", public=True)
    assert "encore vide" in dated.shown_to_citizen(place)


def test_buttons_are_for_who_may_press_them(site):
    made = webmasters.page(site, "Page", public=True)
    assert "edit-bar" not in dated.shown_to_citizen(made)
    webmasters.acting_as("visiteur-inscrit")
    assert "/modifier" not in dated.shown(made)
    webmasters.acting_as("editrice")
    shown = dated.shown(made)
    for words in ("Modifier", "Dépublier", "Planifier"):
        assert words in shown


def test_the_first_page_is_the_page_accueil_once_it_is_published(site):
    usual = dated.shown_to_citizen(site, "accueil-du-site")
    assert "<h1" in usual and "Je suis" in usual
    home = contents.create(site, "Page", {"title": "Accueil"}, id="accueil")
    pages.add_section(home, "hero", {"holds": {"heading": "Bienvenue à Valmont"}})
    assert "Bienvenue" not in dated.shown_to_citizen(site, "accueil-du-site")
    do_step(home, "publish")
    shown = dated.shown_to_citizen(site, "accueil-du-site")
    assert "<h1>Bienvenue à Valmont</h1>" in shown
    assert shown.count("<h1") == 1


def test_what_is_for_somebody_about_something_is_listed(site):
    webmasters.page(site, "Crèche", public=True, audiences=["parent"],
                    categories=["enfance"])  # fmt: skip
    webmasters.page(site, "Secret", audiences=["parent"])
    shown = dated.shown_to_citizen(site, "je-cherche", pour="parent")
    assert "Crèche" in shown and "Secret" not in shown
    other = dated.shown_to_citizen(site, "je-cherche", pour="parent", theme="sport")
    found = other.split("<main")[1]
    assert "Crèche" not in found and "Rien n'est classé" in found
    assert "<script>x" not in dated.shown_to_citizen(
        site, "je-cherche", pour="<script>x"
    )


def test_the_menu_is_of_the_site_or_of_the_sub_site(site):
    life = webmasters.folder(site, "Vivre ici", public=True)
    webmasters.page(life, "Déchets", public=True)
    webmasters.page(life, "Caché", public=True, in_menu=False)
    library = webmasters.folder(site, "Bibliothèque", public=True, site="subsite")
    inside = webmasters.page(library, "Nos livres", public=True)
    menu = dated.shown_to_citizen(life)
    assert "Déchets" in menu and "Caché" not in menu.split("<main")[0]
    head = dated.shown_to_citizen(inside).split("<main")[0]
    assert "Nos livres" in head and "Déchets" not in head


def test_quick_accesses_are_what_the_menu_shows_of_a_folder(site):
    life = webmasters.folder(site, "Vivre ici", public=True)
    for name in ("Un", "Deux", "Trois"):
        webmasters.page(life, name, public=True)
    contents.edit(life, {"quick_access": ["trois", "un"]})
    head = dated.shown_to_citizen(site, "accueil-du-site").split("<main")[0]
    assert head.index("Trois") < head.index("Un<")
    assert "Deux" not in head


def test_messages_stand_above_the_pages_they_concern(site):
    life = webmasters.folder(site, "Vivre ici", public=True)
    inside = webmasters.page(life, "Eau", public=True)
    now = datetime.now(UTC)
    hour = timedelta(hours=1)
    alerts = (
        {"title": "Coupure d'eau", "level": "urgent", "branch": "vivre-ici",
         "starts": now - hour, "ends": now + hour},
        {"title": "Hier", "ends": now - hour},
    )  # fmt: skip
    for values in alerts:
        webmasters.published(contents.create(site, "Alert", values))
    assert "Coupure d" in dated.shown_to_citizen(inside)
    assert "Coupure" not in dated.shown_to_citizen(site, "accueil-du-site")
    found = json.loads(dated.shown_to_citizen(site, "alertes.json"))["items"]
    assert [(one["title"], one["level"]) for one in found] == [
        ("Coupure d'eau", "urgent")
    ]
    control = site.REQUEST.response.getHeader("Cache-Control")
    assert "s-maxage=120" in control
    feed = feedparser.parse(dated.shown_to_citizen(site, "alertes.rss"))
    assert not feed.bozo
    assert feed.entries[0].title == "Coupure d'eau"


def test_sections_are_moved_hidden_and_undone_by_plain_buttons(site):
    made = webmasters.page(site, "Page", ("text", {"html": "<p>a</p>"}), ("links", {}))
    post(made, "section-decaler", section="s2", de="-1", revision="0")
    assert [one.id for one in pages.sections(made)] == ["s2", "s1"]
    post(made, "section-placer", item="s2", before="", revision="1")
    assert [one.id for one in pages.sections(made)] == ["s1", "s2"]
    post(made, "section-masquer", section="s1", revision="2")
    assert pages.section(made, "s1").hidden
    post(made, "section-retirer", section="s2", revision="3")
    post(made, "annuler", revision="4")
    assert [one.id for one in pages.sections(made)] == ["s1", "s2"]


def test_a_section_is_written_in_its_form_and_kept_when_refused(site):
    made = webmasters.page(site, "Page")
    assert "Adresse de la vidéo" in dated.shown(made, "section", sorte="video")
    fresh = dated.shown(made, "section", sorte="text")
    assert 'value="right" selected' in fresh
    wrong = post(
        made, "section", sorte="video", url="https://tube.example/w/abcdef",
        name="Visite", section_title="Le film", section_width="50", revision="0",
    )  # fmt: skip
    assert "pas un site permis" in wrong and "Le film" in wrong
    assert pages.sections(made) == ()
    rows = {
        "links.lignes": "2",
        "links.0.label": "Recyparc",
        "links.0.url": "/recyparc",
    }
    post(
        made, "section", sorte="links", section_title="Voir aussi",
        section_title_shown="1", section_width="50", revision="0", shape="tiles",
        **rows,
    )  # fmt: skip
    (one,) = pages.sections(made)
    assert (one.title, one.width, one.holds.shape) == ("Voir aussi", 50, "tiles")
    assert one.holds.links[0].url == "/recyparc"
    form = dated.shown(made, "section", id=one.id)
    assert "Recyparc" in form and 'value="50" selected' in form


def test_who_was_too_late_is_told_and_keeps_what_was_typed(site):
    made = webmasters.page(site, "Page")
    pages.add_section(made, "links", {})
    answer = post(made, "section", sorte="postit", html="<p>Attention</p>", tone="info",
                  section_width="100", revision="0")  # fmt: skip
    assert "a changé entre-temps" in answer and "Attention" in answer
    assert len(pages.sections(made)) == 1


def test_pictures_of_a_page_have_words_before_it_is_published(site):
    made = webmasters.page(site, "Page")
    kept = pictures.add_picture(made, photo(), "place.jpg")
    pages.add_section(
        made, "text", {"holds": {"html": "<p>x</p>", "picture": kept.getId()}}
    )
    (publish,) = [one for one in transitions(made) if one.id == "publish"]
    assert "texte alternatif" in str(publish.reasons[0])
    pictures.describe_picture(kept, {"alternative": "La place du Perron"})
    do_step(made, "publish")
    assert 'alt="La place du Perron"' in dated.shown_to_citizen(made)


def test_a_file_is_a_download_and_never_a_program(site):
    made = webmasters.page(site, "Page", ("files", {}), public=True)
    file = add_file(made, b"<html><script>x</script>", "plan.html", "Plan")
    with pytest.raises(FileRefused):
        add_file(made, b"MZ", "jeu.exe")
    assert "Plan" in dated.shown_to_citizen(made)
    data = dated.shown_to_citizen(file, "telecharger")
    assert data.startswith(b"<html>")
    response = file.REQUEST.response
    assert response.getHeader("Content-Disposition").startswith("attachment")
    assert response.getHeader("X-Content-Type-Options") == "nosniff"


def test_the_desk_says_what_waits_for_whom(site):
    made = webmasters.page(site, "Carnaval")
    webmasters.acting_as("contributeur")
    do_step(made, "propose")
    webmasters.acting_as("validatrice")
    shown = dated.shown(site, "web-bureau")
    assert "Carnaval" in shown and "Proposés à la publication" in shown
    webmasters.acting_as("visiteur-inscrit")
    with pytest.raises(Unauthorized):
        dated.shown(site, "web-bureau")
    logout()
    with pytest.raises(Unauthorized):
        dated.shown(site, "web-bureau")


def test_managing_a_branch_orders_what_it_holds(site):
    place = webmasters.folder(site, "Vivre ici")
    first = webmasters.page(place, "Un")
    second = webmasters.page(place, "Deux")
    post(place, "ranger", item=second.UID(), de="-1")
    assert list(place.objectIds()) == [second.getId(), first.getId()]
    shown = dated.shown(place, "gerer")
    assert "Gestionnaires de cette branche" in shown
    post(place, "gestionnaire", login="visiteur-inscrit", role="WebEditor")
    assert "visiteur-inscrit" in dated.shown(place, "gerer")
    webmasters.acting_as("editrice")
    assert "Gestionnaires de cette branche" not in dated.shown(place, "gerer")


def test_a_new_page_is_begun_from_the_list_of_what_fits_here(site):
    place = webmasters.folder(site, "Vivre ici")
    offered = dated.shown(place, "ajouter")
    assert "nouveau?sorte=Page" in offered and "Image" not in offered
    assert "Titre" in dated.shown(place, "nouveau", sorte="Page")
    with pytest.raises(NotFound):
        dated.shown(place, "nouveau", sorte="Entry")

"""Messages, branches and properties as webmasters write them in forms."""

from communes.core.errors.domain import DomainError
from communes.web.api import contents
from communes.web.api import pictures
from communes.web.api.menus import branch
from communes.web.api.transition import state
from communes.web.domain.clock import BRUSSELS
from communes.web.tests import dated
from communes.web.tests import webmasters
from communes.web.tests.photos import photo
from communes.web.tests.test_browser_pages import post
from datetime import datetime
from datetime import timedelta
import pytest


@pytest.fixture
def site(integration):
    return webmasters.with_people(integration["portal"])


def test_a_message_is_written_in_a_form_on_the_clocks_of_the_commune(site):
    webmasters.folder(site, "Vivre ici", public=True)
    form = dated.shown(site, "nouvelle-alerte")
    assert "Tout le site" in form and "Vivre ici" in form
    said = {"title": "Rue barrée", "level": "warning", "branch": "vivre-ici"}
    moments = {"starts_day": "2026-07-01", "starts_hour": "08:00"}
    wrong = post(site, "nouvelle-alerte", **said, starts_hour="8h", starts_day="x")
    assert "pas un moment" in wrong and "Rue barrée" in wrong
    post(site, "nouvelle-alerte", **said, **moments)
    (made,) = [one for one in site.objectValues() if one.portal_type.endswith("Alert")]
    # Eight o'clock of summer in Brussels is six in London.
    assert made.starts.utctimetuple()[3:5] == (6, 0)
    assert state(made) == "private"
    again = dated.shown(made, "modifier")
    assert 'value="2026-07-01"' in again and 'value="08:00"' in again
    post(made, "modifier", **said, revision="0", link="/travaux")
    assert (made.link, made.starts, made.closable) == ("/travaux", None, False)
    webmasters.published(made)
    page = dated.shown_to_citizen(made)
    assert "Rue barrée" in page and "Avertissement" in page


def test_messages_are_for_managers_of_the_site(site):
    webmasters.acting_as("editrice")
    with pytest.raises(DomainError):
        contents.create(site, "Alert", {"title": "x"})


def test_a_publication_is_planned_in_a_form(site):
    made = webmasters.page(site, "Carnaval")
    assert "Planifier" in dated.shown(made, "planifier")
    day = datetime.now(BRUSSELS).date() + timedelta(days=3)
    past = post(made, "planifier", ends_day="2020-01-01")
    assert "la fin doit suivre" in past
    post(made, "planifier", starts_day=f"{day}", starts_hour="07:30")
    assert state(made) == "proposed"
    assert f"{day:%d/%m/%Y} à 07:30" in dated.shown(made)
    assert made.title in dated.shown(site, "web-bureau")


def test_a_mini_site_has_its_colour_and_logo_from_managers_alone(site):
    place = webmasters.folder(site, "Bibliothèque", public=True)
    logo = pictures.add_picture(place, photo(), "logo.png", "Le logo")
    form = dated.shown(place, "proprietes")
    assert "Le logo" in form and "Couleur du mini-site" in form
    values = {"site": "minisite", "site_colour": "#7a1f3d", "site_logo": logo.getId()}
    contents.edit(place, values)
    inside = webmasters.page(place, "Nos livres")
    found = branch(inside)
    assert (found.title, found.colour, found.mini) == ("Bibliothèque", "#7a1f3d", True)
    assert "/vue/" in found.logo
    webmasters.acting_as("editrice")
    assert "Couleur du mini-site" not in dated.shown(place, "proprietes")
    with pytest.raises(DomainError):
        contents.edit(place, {"site": ""})


def test_quick_accesses_are_chosen_among_what_the_folder_holds(site):
    place = webmasters.folder(site, "Vivre ici")
    made = webmasters.page(place, "Déchets")
    form = dated.shown(place, "proprietes")
    assert f'value="{made.getId()}"' in form
    typed = {
        "form.widgets.title": "Vivre à Valmont",
        "form.widgets.arrangement": ["list"],
        "form.widgets.quick_access": [made.getId()],
        "form.widgets.in_menu-empty-marker": "1",
        "form.buttons.save": "1",
        "revision": "0",
    }
    post(place, "proprietes", **typed)
    assert (place.title, place.quick_access) == ("Vivre à Valmont", ("dechets",))


def test_a_page_begins_with_its_title(site):
    place = webmasters.folder(site, "Vivre ici")
    form = {"form.widgets.title": "Compostage", "form.buttons.create": "1"}
    post(place, "nouveau", sorte="Page", **form)
    assert place["compostage"].portal_type == "communes.web.Page"
    target = place.REQUEST.response.getHeader("Location")
    assert target.endswith("/compostage/modifier")
    post(place["compostage"], "supprimer", revision="0")
    assert "compostage" not in place

"""An agent reviews an item and the secretariat publishes it, by the pages."""

from communes.deliberations.tests import builders
from communes.deliberations.tests.test_services_publicity import agenda
from communes.deliberations.tests.web import Agent
from communes.deliberations.tests.web import committed
import re


def test_the_secretariat_reviews_publishes_and_withdraws(town_web):
    meeting, item = committed(agenda)
    manager = Agent(town_web, "directeur-general")
    assert manager.get(f"{meeting.absolute_url()}/publication") == 200
    assert "Points à relire avant de publier : 1" in manager.text
    assert "À relire" in manager.text
    page = f"{item.absolute_url()}/publicite"
    assert manager.get(page) == 200
    assert "<mark>Monsieur Dupont</mark>" in manager.text
    act = f"{page}-relire"
    while keys := re.findall(r'name="passage" value="(\w+)"', manager.text):
        manager.post(act, geste="masquer", passage=keys[0])
    assert "[donnée personnelle masquée]" in manager.text
    assert "Aucun passage suspect" in manager.text
    manager.post(act, geste="objet", objet_public="Une concession")
    manager.post(act, geste="fait")
    assert "La relecture est faite." in manager.text
    manager.post(f"{meeting.absolute_url()}/publier", etape="project")
    assert "La version 1 est publiée." in manager.text
    assert "Inchangé" in manager.text
    manager.post(f"{item.absolute_url()}/publicite-retirer", motif="")
    assert "Écrivez pourquoi" in manager.text
    manager.post(f"{item.absolute_url()}/publicite-retirer", motif="Par erreur.")
    assert "Le point est retiré." in manager.text


def test_others_see_neither_tab_nor_page(town_web):
    meeting, item = committed(agenda)
    councillor = Agent(town_web, "conseiller")
    assert councillor.get(f"{item.absolute_url()}/publicite") == 403
    assert councillor.get(f"{meeting.absolute_url()}/publication") == 403
    councillor.get(item.absolute_url())
    assert "/publicite" not in councillor.text
    manager = Agent(town_web, "directeur-general")
    closed = committed(lambda: builders.validated(privacy="closed"))
    manager.get(closed.absolute_url())
    assert "/publicite" not in manager.text


def test_marked_words_are_seen_inside_and_the_page_says_what_they_are(town_web):
    marked = '<p>Vu <span class="donnee-personnelle">Jean Martin</span> ;</p>'
    item = committed(lambda: builders.draft(motivation=marked))
    clerk = Agent(town_web, "createur")
    clerk.get(item.absolute_url())
    assert '<span class="donnee-personnelle">Jean Martin</span>' in clerk.text
    assert "mots surlignés</span>" in clerk.text
    clerk.get(f"{item.absolute_url()}/publicite")
    assert "Jean Martin" not in clerk.text
    plain = committed(lambda: builders.draft())
    clerk.get(plain.absolute_url())
    assert "surlignés" not in clerk.text


def test_the_editor_has_a_style_for_personal_data(town_web):
    item = committed(lambda: builders.draft())
    clerk = Agent(town_web, "createur")
    clerk.get(f"{item.absolute_url()}/view?modifier=motivation")
    assert '"classes": "donnee-personnelle"' in clerk.text

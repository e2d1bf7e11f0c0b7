"""Minutes, signatures, register and sequel by the pages, as each person sees them."""

from communes.core.annexes.api import add_annex
from communes.deliberations.api import follow_up
from communes.deliberations.api import minutes as pv
from communes.deliberations.api import signing
from communes.deliberations.tests import builders
from communes.deliberations.tests.test_api_minutes import approved
from communes.deliberations.tests.test_api_minutes import closed_meeting
from communes.deliberations.tests.test_api_minutes import SCAN
from communes.deliberations.tests.test_api_minutes import submitted
from communes.deliberations.tests.web import Agent
from communes.deliberations.tests.web import committed
from communes.deliberations.tests.web import state_of
from datetime import date
from datetime import datetime
from plone.namedfile.file import NamedBlobFile
import pytest
import transaction


@pytest.fixture
def manager(town_web):
    """Return the browser of who keeps the meetings."""
    return Agent(town_web, "directeur-general")


def test_the_minutes_are_submitted_corrected_and_planned_by_the_pages(
    town_web, manager
):
    meeting, items = committed(closed_meeting)
    committed(lambda: builders.meeting(when=datetime(2023, 6, 26, 20, 0)))
    manager.get(meeting.absolute_url())
    assert "Procès-verbal</a>" in manager.text
    url = meeting["pv"].absolute_url()
    assert manager.get(url) == 200
    assert "Aucune correction." in manager.text
    manager.post(f"{url}/pv-etape", etape="submit")
    assert state_of(meeting["pv"]) == "pv_submitted"
    manager.post(
        f"{url}/pv-corriger", point=items[0].UID(), texte="lire 12 voix", revision="0"
    )
    assert "lire 12 voix" in manager.text
    manager.post(f"{url}/pv-corriger", point="", texte="encore", revision="0")
    assert "a changé entre-temps" in manager.text
    assert "Inscrire l&#39;approbation" in manager.text or (
        "Inscrire l'approbation" in manager.text
    )
    manager.post(f"{url}/pv-approbation")
    assert "procès-verbal joint" in manager.text
    assert "Point d" in manager.text
    assert manager.get(f"{url}/pv-document?huis_clos=1") == 200


def test_signatures_on_paper_go_from_page_to_page(town_web, manager):
    meeting, _item = committed(approved)
    url = meeting["pv"].absolute_url()
    manager.get(url)
    assert "Demander les signatures" in manager.text
    assert "(pas réglé sur ce serveur)" in manager.text
    manager.post(f"{url}/signature-demander", mode="paper")
    assert "À son tour" in manager.text
    with builders.as_user("directeur-general"):
        transaction.begin()
        (request,) = signing.signature_requests(meeting["pv"])
    first, second = (one.signatory.id for one in request.places)
    query = f"demande={request.id}&signataire={first}"
    assert manager.get(f"{url}/signature?{query}") == 200
    assert "La personne a signé sur papier" in manager.text
    told = {"demande": request.id, "signataire": second}
    manager.post(
        f"{url}/signature-remplacer", **told, remplacant="echevin-1", du="2020-01-01",
        empechement="Congé",
    )  # fmt: skip
    assert "Titulaire echevin-1" in manager.text
    manager.post(f"{url}/signature-refuser", demande=request.id, signataire=first)
    assert "Indiquez le motif" in manager.text
    manager.post(f"{url}/signature-confirmer", demande=request.id, signataire=first)
    assert "A signé" in manager.text
    manager.post(f"{url}/signature-confirmer", **told)
    assert "joignez le PDF numérisé" in manager.text
    with builders.as_user("directeur-general"):
        signing.confirm_signature(meeting["pv"], request.id, second, SCAN)
    transaction.commit()
    assert manager.get(f"{url}/signature-fichier?demande={request.id}&signe=1") == 200
    manager.get(url)
    assert "Signé (PDF)" in manager.text
    assert manager.get(f"{url}/signature?{query}x") == 404
    register = f"{builders.assembly().absolute_url()}/registre?registre=minutes"
    manager.get(f"{register}&verifier=1")
    assert "2023/1" in manager.text
    assert "Le registre est intact : 1 inscriptions" in manager.text
    assert "Signé" in manager.text


@pytest.mark.parametrize("account", ["conseiller", "createur", "agent-sans-groupe"])
def test_only_who_keeps_the_meetings_acts_on_the_minutes(town_web, account):
    meeting, _items = committed(submitted)
    url = meeting["pv"].absolute_url()
    agent = Agent(town_web, account)
    agent.token = "none"
    for act in ("pv-etape", "pv-corriger", "pv-approbation", "signature-demander"):
        assert agent.get(f"{url}/{act}") == 403
    assert state_of(meeting["pv"]) == "pv_submitted"


def test_a_member_reads_the_minutes_and_is_offered_nothing(town_web):
    meeting, _items = committed(submitted)
    member = Agent(town_web, "conseiller")
    assert member.get(meeting["pv"].absolute_url()) == 200
    for words in ("pv-corriger", "pv-etape", "Demander les signatures"):
        assert words not in member.text
    other = Agent(town_web, "createur")
    assert other.get(meeting["pv"].absolute_url()) == 403


def test_the_register_is_a_page_of_numbers_and_of_acts_one_may_read(town_web, manager):
    _meeting, items = committed(lambda: closed_meeting(2, privacy="closed"))
    url = f"{builders.assembly().absolute_url()}/registre"
    assert manager.get(url) == 200
    assert "2023/2" in manager.text
    assert items[0].title in manager.text
    assert manager.get(f"{url}-fichier?registre=deliberations&place=1") == 200
    assert manager.get(f"{url}-fichier?registre=deliberations&place=99") == 404
    manager.get(f"{url}?annee=2023&numero=2")
    assert "2023/2" in manager.text
    assert "2023/1<" not in manager.text
    stranger = Agent(town_web, "createur-finances")
    assert stranger.get(url) == 200
    assert "Acte réservé" in stranger.text
    assert items[0].title not in stranger.text
    assert "Vérifier le registre" not in stranger.text
    assert stranger.get(f"{url}-fichier?registre=deliberations&place=1") == 404


def test_what_follows_a_decision_is_noted_and_done(town_web, manager):
    _meeting, (item, _other) = committed(closed_meeting)
    url = item.absolute_url()
    assert manager.get(f"{url}/suites") == 200
    assert "Aucun suivi à apporter." in manager.text
    manager.post(
        f"{url}/suivi-ajouter", texte="Notifier à l'adjudicataire", service="travaux",
        echeance="2023-06-01", revision="0",
    )  # fmt: skip
    assert "En retard" in manager.text
    manager.post(f"{url}/suivi-ajouter", texte="x", echeance="demain", revision="1")
    assert "n'est pas une date" in manager.text
    clerk = Agent(town_web, "createur")
    clerk.get(f"{url}/suites")
    assert "C'est fait" in clerk.text
    assert "suivi-ajouter" not in clerk.text
    clerk.post(f"{url}/suivi-noter", suivi="1", geste="faire", revision="1")
    assert "Apporté" in clerk.text
    stranger = Agent(town_web, "conseiller")
    stranger.get(f"{url}/suites")
    assert "suivi-noter" not in stranger.text


def test_the_supervision_is_noted_with_its_last_day_and_its_calculation(
    town_web, manager
):
    _meeting, (item, _other) = committed(closed_meeting)
    url = item.absolute_url()
    manager.post(
        f"{url}/tutelle-noter", acte="budget", transmis="2026-10-30", recu="2026-11-02",
        suite="", revision="0",
    )  # fmt: skip
    assert "au plus tard le mercredi 2 décembre 2026" in manager.text
    assert "à confirmer" in manager.text
    assert "Tutelle spéciale d'approbation" in manager.text
    manager.post(
        f"{url}/tutelle-noter", acte="budget", transmis="2026-10-30",
        recu="2026-10-01", suite="", revision="1",
    )  # fmt: skip
    assert "ne peut pas précéder" in manager.text
    manager.post(
        f"{url}/tutelle-noter", acte="budget", transmis="2026-10-30", recu="2026-11-02",
        suite="approved", suite_le="2026-11-20", revision="1",
    )  # fmt: skip
    assert "Réponse reçue" in manager.text
    kept = f"{builders.assembly().absolute_url()}/registre"
    manager.get(kept)
    assert "Tutelle : Approuvé le 20/11/2026" in manager.text


def test_the_dashboard_says_what_is_to_sign_to_do_and_supervised(town_web, manager):
    _meeting, (item, _other) = committed(closed_meeting)
    with builders.as_user("directeur-general"):
        follow_up.add_follow_up(item, "Notifier", "travaux", date(2023, 6, 1))
    transaction.commit()
    clerk = Agent(town_web, "createur")
    clerk.get(town_web["portal"].absolute_url())
    assert "Suivi de la décision" in clerk.text
    assert "En retard" in clerk.text


def test_opening_the_pages_writes_nothing(town_web, manager):
    meeting, _item = committed(approved)
    with builders.as_user("directeur-general"):
        pv.minutes(meeting)
    url = meeting["pv"].absolute_url()
    manager.get(url)
    database = meeting._p_jar.db()
    before = database.lastTransaction()
    organ = builders.assembly().absolute_url()
    for page in (url, f"{url}/pv-document", f"{organ}/registre?verifier=1"):
        assert manager.get(page) == 200
    assert database.lastTransaction() == before


def test_the_letter_of_an_assembly_is_fetched_and_replaced(town_web, manager):
    _meeting, (item, _other) = committed(closed_meeting)
    url = builders.assembly().absolute_url()
    assert manager.get(f"{url}/modeles-de-lettre") == 200
    assert "${objet}" in manager.text
    assert manager.get(f"{url}/modele-de-lettre") == 200
    manager.post(f"{url}/modele-de-lettre-remplacer")
    assert "Le modèle est remplacé." not in manager.text
    assert manager.get(f"{item.absolute_url()}/notification") == 200
    clerk = Agent(town_web, "createur")
    assert clerk.get(f"{url}/modeles-de-lettre") == 403
    assert clerk.get(f"{item.absolute_url()}/notification") == 200


def test_annexes_are_marked_and_downloaded_together(town_web, manager):
    item = committed(builders.draft)
    with builders.as_user("createur"):
        for name in ("plan", "devis"):
            file = NamedBlobFile(b"%PDF-1.4", "application/pdf", f"{name}.pdf")
            values = {"title": name, "file": file, "annex_type": "plan"}
            add_annex(item, {**values, "to_sign": name == "plan"})
    transaction.commit()
    clerk = Agent(town_web, "createur")
    clerk.get(f"{item.absolute_url()}/annexes")
    assert "À signer" in clerk.text
    assert "Tout télécharger (ZIP)" in clerk.text
    clerk.post(
        f"{item.absolute_url()}/annexe-marquer", annexe="annexe-1", marque="signed"
    )
    assert "Signée" in clerk.text
    assert clerk.get(f"{item.absolute_url()}/annexes-telecharger") == 200
    stranger = Agent(town_web, "createur-finances")
    assert stranger.get(f"{item.absolute_url()}/annexes-telecharger") == 403

"""Whatever is typed or sent, a page of the website says what is wrong.

The forms are read from the pages themselves: what a page asks tomorrow is attacked too,
and nothing hostile is shown as markup.
"""

from communes.core.protection import api as protection
from communes.core.testing import hostile
from communes.web.directory.links import CLAIM
from communes.web.directory.links import CONFIRM
from communes.web.directory.links import link
from communes.web.tests import webmasters
from communes.web.tests.rest import Program
from communes.web.tests.test_security_fuzz import made_things
from datetime import date
from lxml import html
from plone import api
import pytest
import transaction
from urllib.parse import quote
from urllib.parse import urljoin


NOUNS = ("events", "news", "newsletters", "services", "directory", "authorities")
SCRIPT = "<script>alert(1)"
#: What everybody may ask, with the boxes of their addresses.
PUBLIC = (
    "",
    *"""
    chercher je-cherche plan-du-site plan-du-site.xml evenements.ics alertes.json
    alertes.rss actualites.rss donnees-du-site donnees-du-site.jsonld
    guide-des-demarches guide-des-demarches.ttl agenda agenda/evenements.ics
    agenda/concert agenda/concert/evenement.ics agenda/proposer actualites
    actualites/actualites.atom actualites/rue-fermee actualites/proposer annuaire
    annuaire/fiches.csv annuaire/fiches.geojson annuaire/fiches.vcf
    annuaire/boulangerie-dupont annuaire/boulangerie-dupont/corriger
    annuaire/boulangerie-dupont/proposer annuaire/boulangerie-dupont/confirmer lettre
    lettre/choix lettre/mes-donnees lettre/s-abonner lettre/numeros.atom contact
    nulle-part events news newsletters services authorities directory evenements
    nouvelles
""".split(),
)
BOXES = """
    q SearchableText page size b_start quand jour categorie theme pour genre type f.type
    f.theme f.when sort ouvert equipement entite jeton id uid texte mot vue annee mois
    message sujet format lieu gratuit ecran moment date
""".split()
ASKED = (
    "%00",
    "(((",
    "x" * 6000,
    "9999999999999999999",
    "-1",
    "%C2%B2",
    "NaN",
    "0001-01-01",
    "9999-12-31",
    "2026-13-45",
    quote(hostile.MARKUP),
    "%22%3E%3Cb%3E",
    "a%0D%0AX-Bad:1",
    "..%2F..%2Fetc",
    "communes.web.Page",
    "semaine",
    "mois",
)
#: What citizens send, and what the team writes: pages with forms.
CITIZENS = """
    contact agenda/proposer actualites/proposer lettre/s-abonner
    annuaire/boulangerie-dupont/corriger {claim} {confirm}
""".split()
TEAM = """
    nouveau?genre=Page nouveau?kind=Page ajouter nouvelle-demarche nouvelle-lettre
    nouveau-formulaire nouvelle-alerte mes-corrections redirections reprise partages
    web-bureau carnaval/photos carnaval/gerer carnaval/proprietes carnaval/modifier
    agenda/modifier agenda/importer agenda/nouvel-evenement agenda/concert/modifier
    agenda/concert/planifier actualites/modifier actualites/importer
    actualites/nouvelle-actualite actualites/rue-fermee/modifier annuaire/reglages
    annuaire/nouvelle-fiche annuaire/horaires-exceptionnels annuaire/propositions
    annuaire/boulangerie-dupont/modifier annuaire/boulangerie-dupont/horaires
    annuaire/boulangerie-dupont/horaire-exceptionnel
    annuaire/boulangerie-dupont/donnees-privees lettre/gestion lettre/reglages
    lettre/abonnes lettre/abonnes-importer lettre/nouveau-numero {issue}/travail
    {issue}/bloc?genre=text {issue}/choisir {issue}/reglages {issue}/planifier
    {issue}/tester contact/reglages contact/messages acte/modifier acte/joindre-fichier
    {page}/modifier {page}/proprietes {page}/gerer {page}/section?genre=text
    {page}/section?kind=links {page}/fichiers {page}/photos {page}/versions
    {page}/planifier {page}/partager {page}/gestionnaire {picture}/recadrer
""".split()


@pytest.fixture
def web(functional, tmp_path, monkeypatch):
    """Return the layer and the addresses attacked; forms never come too often."""
    monkeypatch.setenv("COMMUNES_VAR", str(tmp_path))
    monkeypatch.setattr(protection, "check_stamp", lambda *given: None)
    monkeypatch.setattr(protection, "take_one", lambda *given: 0)
    site = webmasters.with_people(functional["portal"])
    made = made_things(site)
    for branch in ("agenda", "actualites"):
        site[branch].proposals_open = True
    webmasters.published(site["contact"])
    entry, today = site["annuaire"]["boulangerie-dupont"], date.today()
    places = {
        "page": api.content.get(UID=made["page"]).absolute_url(),
        "issue": made["issue"],
        "picture": site["carnaval"][made["picture"]].absolute_url(),
        "claim": link(entry, CLAIM, "proposer", "a@b.example", today),
        "confirm": link(entry, CONFIRM, "confirmer", "a@b.example", today),
    }
    transaction.commit()
    return functional, places


class Visitor:
    """Somebody with a browser that sends whatever it is told."""

    def __init__(self, functional, account=""):
        program = Program(functional, account)
        self.app, self.site = program.app, program.site
        self.headers = {**program.headers, "Accept": "text/html"}

    def address(self, path):
        url = path if path.startswith("http") else f"{self.site}/{path}"
        return url.rstrip("/")

    def get(self, path):
        return self.app.get(
            self.address(path), headers=self.headers, expect_errors=True
        )

    def post(self, url, pairs, sent=()):
        return self.app.post(
            url, pairs, headers=self.headers, upload_files=list(sent),
            expect_errors=True,
        )  # fmt: skip


def forms(answer, url):
    """Yield the forms of a page that write: address, kept boxes, others, files."""
    if answer.status_int != 200 or "html" not in answer.content_type:
        return
    for form in html.fromstring(answer.body).forms:
        if form.method.upper() != "POST":
            continue
        kept, typed, sent = [], [], []
        for one in form.xpath(".//input|.//textarea|.//select|.//button"):
            name, kind = one.get("name"), one.get("type", "")
            if name in (None, protection.TRAP):
                continue
            if kind == "file":
                sent.append(name)
            elif kind in ("hidden", "submit") or one.tag == "button":
                kept.append((name, one.get("value", "")))
            else:
                typed.append((name, _value(one)))
        yield urljoin(url, form.get("action") or url), kept, typed, sent


def _value(one):
    found = one.text if one.tag == "textarea" else getattr(one, "value", "")
    return found if isinstance(found, str) else ""


def attack(visitor, path, texts):
    """Send each form of a page with each text; return how much was sent."""
    url = visitor.address(path)
    count = 0
    for action, kept, typed, files in forms(visitor.get(url), url):
        bodies = [[*kept, *((name, value) for name, _ in typed)]
                  for value in texts]  # fmt: skip
        for place, (name, _value) in [*enumerate(typed)][::4]:
            value = texts[place % len(texts)]
            others = [(one, was or "a@b.example") for one, was in typed if one != name]
            bodies.append([*kept, *others, (name, value)])
        bodies += [[(name, hostile.MARKUP) for name, _ in (*kept, *typed)], []]
        sends = [(body, ()) for body in bodies]
        for filename, data in hostile.FILES.items():
            file = [(name, filename.replace("\x00", ""), data) for name in files]
            sends += [([*kept, *typed], file)] if files else []
        for body, sent in sends:
            told = visitor.post(action, body, sent)
            assert told.status_int < 500, (action, str(body)[:600], sent)
            assert SCRIPT not in told.text, (action, str(body)[:600])
            count += 1
    return count


@pytest.mark.parametrize("account", ["", "gestionnaire"])
def test_a_permanent_address_that_leads_nowhere_says_so(web, account):
    visitor = Visitor(web[0], account)
    for noun in NOUNS:
        told = visitor.get(f"{noun}/nulle-part")
        assert told.status_int == 404 and "<h1" in told.text, noun


def test_no_address_breaks_a_public_page(web):
    visitor = Visitor(web[0])
    for value in ASKED:
        query = "&".join(f"{name}={value[:400]}" for name in BOXES)
        asked = [f"{path}?{query}" for path in PUBLIC]
        asked += [f"chercher?SearchableText={value}"]
        asked += [f"{noun}/{value[:300]}" for noun in (*NOUNS, "agenda", "annuaire")]
        for path in asked:
            told = visitor.get(path)
            assert told.status_int < 500, path
            assert SCRIPT not in told.body.decode("utf-8", "replace"), path


def test_nothing_a_citizen_sends_breaks_a_form(web):
    functional, places = web
    for path in CITIZENS:
        visitor = Visitor(functional)
        assert attack(visitor, path.format(**places), hostile.TEXTS) > 10, path


@pytest.mark.parametrize("start", range(4))
def test_nothing_the_team_sends_breaks_a_form(web, start):
    functional, places = web
    visitor = Visitor(functional, "gestionnaire")
    for place, path in enumerate(TEAM[start::4]):
        # Each value on one form in six: together they meet them all.
        attack(visitor, path.format(**places), hostile.TEXTS[place % 6 :: 6])

"""Not one private byte of the website reaches a stranger, whatever is asked.

Private words are put wherever the commune keeps something for itself; a stranger then
follows every link, guesses what is not linked, asks pages, feeds, files, services and
errors, and looks for them.
"""

from communes.core.journal.api import record
from communes.core.testing.crawler import Crawler
from communes.core.testing.stranger import Client
from communes.web.api import contact_forms
from communes.web.api import contents
from communes.web.api import files
from communes.web.api import pictures
from communes.web.api import proposals
from communes.web.api.transition import do_step
from communes.web.api.transition import plan
from communes.web.directory import claims
from communes.web.directory.links import CLAIM
from communes.web.directory.links import link
from communes.web.directory.private import edit_private
from communes.web.domain.contact_form import Message
from communes.web.domain.proposal import Proposer
from communes.web.tests import dated
from communes.web.tests import letters
from communes.web.tests.photos import OWNER
from communes.web.tests.photos import photo
from communes.web.tests.photos import photo_of_a_camera
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
import pytest
import transaction
from urllib.parse import parse_qs
from urllib.parse import urlsplit


#: Each word stands in one kind of private place.
WORDS = {
    one: f"zorglubien{one}"
    for one in (
        "brouillon", "prevu", "archive", "depublie", "propose", "ancien", "fichier",
        "legende", "note", "gardien", "abonnee", "numero", "message", "expediteur",
        "correction", "correcteur", "proposition", "proposant", "alerte", "fiche",
        "boite", "journal", "evenement", "actualite", "service", "album",
    )
}  # fmt: skip
#: What people of the town keep for themselves in the specimen, and a camera.
KEPT = ("ne pas donner cette ligne", OWNER.decode())
DOORS = (
    "chercher", "chercher?SearchableText=zorgl", "chercher?SearchableText=depublie",
    "chercher?f.type=communes.web.Page", "plan-du-site.xml", "plan-du-site",
    "evenements.ics", "agenda/evenements.ics", "agenda?quand=mois", "actualites.rss",
    "actualites.atom", "alertes.json", "alertes.rss", "annuaire/fiches.csv",
    "annuaire/fiches.xlsx", "annuaire/fiches.ods", "annuaire/fiches.vcf",
    "annuaire/fiches.geojson", "annuaire?q=zorgl", "donnees-du-site",
    "donnees-du-site.jsonld", "donnees-du-site.ttl", "guide-des-demarches.jsonld",
    "guide-des-demarches.ttl", "je-cherche", "lettre/numeros.atom", "lettre/choix",
    "annuaire/propositions", "annuaire/hotel-de-ville/carte.vcf",
    "annuaire/hotel-de-ville/donnees-privees", "lettre/abonnes", "lettre/gestion",
    "lettre/abonnes-exporter", "lettre/mes-donnees?jeton=x", "nous-ecrire/messages",
    "nous-ecrire/reglages", "nous-ecrire/gerer", "mes-corrections", "redirections",
    "reprise", "partages", "web-bureau", "recherches-vaines", "ancienne/versions",
    "ancienne/annuler", "ancienne/web-provenance", "ancienne/lecture",
    "@web-contents?size=500", "@web-contents?q=zorgl", "@web-contents?state=private",
    "@web-contents?state=archived", "@web-events?q=zorgl", "@web-news?q=zorgl",
    "@web-events?span=mois&day=2027-05-01", "@web-services?q=zorgl", "@web-menus",
    "@web-alerts", "@newsletters", "lettre/@newsletter-issues", "@contact-forms",
    "lettre/@newsletter-subscribers", "nous-ecrire/@contact-messages",
    "nous-ecrire/@contact-forms", "annuaire/@web-entries?q=zorgl&size=500",
    "@web-corrections", "@web-redirects", "@web-shares", "@web-takeovers",
)  # fmt: skip
#: What answers about a content by its UID.
NOUNS = ("@web-contents", "@web-versions", "@web-transitions", "@web-files",
         "@web-keepers", "@web-services", "@web-corrections",
         "agenda/@web-events", "actualites/@web-news", "annuaire/@web-entries",
         "annuaire/@web-entry-private")  # fmt: skip
WALL = datetime(2027, 5, 1, 20)
LATER = datetime.now(UTC) + timedelta(days=1)


@pytest.fixture
def site(planted, tmp_path, monkeypatch):
    monkeypatch.setenv("COMMUNES_VAR", str(tmp_path))
    portal = dated.as_webmaster(planted["portal"])
    letters.set_up_mail(portal, 9)
    return portal


def drafts(site):
    """What is written and not, not yet or not any more shown; return it."""
    made = []

    def make(place, kind, one, *steps, **more):
        values = {"title": WORDS[one], **more}
        obj = contents.create(place, kind, values, f"prive-{len(made)}")
        obj.description = WORDS[one]
        obj.reindexObject()
        for step in steps:
            do_step(obj, step)
        made.append(obj)
        return obj

    page = make(site["vivre-ici"], "Page", "brouillon")
    pictures.add_picture(page, photo(60, 40), "a.jpg", WORDS["legende"])
    files.add_file(page, f"%PDF {WORDS['fichier']}".encode(), "a.pdf", WORDS["fichier"])
    plan(make(site, "Page", "prevu"), LATER, None)
    make(site, "Page", "archive", "publish", "archive")
    make(site, "Page", "depublie", "publish", "hide")
    make(site, "Page", "propose", "propose")
    make(site, "Alert", "alerte")
    make(site, "Album", "album")
    make(site["annuaire"], "Entry", "fiche")
    make(site["agenda"], "Event", "evenement", event_starts=WALL)
    make(site["actualites"], "News", "actualite")
    make(site["demarches"], "Service", "service")
    made.append(letters.issue(site["lettre"], title=WORDS["numero"]))
    return made


def seed(site):
    """Put the words everywhere; return what is private."""
    made = drafts(site)
    old = contents.create(site, "Page", {"title": WORDS["ancien"]}, "ancienne")
    contents.edit(old, {"title": "Marchés"})
    pictures.add_picture(old, photo_of_a_camera(400, 300), "b.jpg", "Une rue")
    do_step(old, "publish")
    entry = site["annuaire"]["hotel-de-ville"]
    keeper = f"{WORDS['gardien']}@exemple.be"
    edit_private(entry, {"note": WORDS["note"], "keeper": keeper})
    today, who = date.today(), f"{WORDS['correcteur']}@exemple.be"
    (token,) = parse_qs(urlsplit(link(entry, CLAIM, "x", who, today)).query)["jeton"]
    word = WORDS["correction"]
    claims.propose(entry, token, {"description": word}, word, today)
    letters.enter(site, site["lettre"], WORDS["abonnee"])
    form = site["nous-ecrire"]
    first = {"id": "prive", "title": "Voirie", "mail": f"{WORDS['boite']}@exemple.be"}
    contact_forms.edit_form(form, {"subjects": [first], "consent": "J'accepte."})
    sender = WORDS["expediteur"]
    message = Message(sender, f"{sender}@exemple.be", "prive", WORDS["message"], True)
    contact_forms.write(site, form, message)
    site["agenda"].proposals_open = True
    event = {"title": WORDS["proposition"], "event_starts": "2027-05-01T08:00"}
    mail = f"{WORDS['proposant']}@exemple.be"
    proposals.propose(site["agenda"], event, Proposer(WORDS["proposant"], mail))
    record("web.test", old, words=WORDS["journal"])
    return made


def test_a_stranger_meets_no_private_word_of_the_website(planted, site):
    made = seed(site)
    transaction.commit()
    root = f"http://{planted['host']}:{planted['port']}/plone"
    near = [one.absolute_url(relative=1).partition("/")[2] for one in made]
    doors = [*DOORS, *(f"{noun}/{one.UID()}" for noun in NOUNS for one in made),
             *(f"resolveuid/{one.UID()}" for one in made)]  # fmt: skip
    crawler = Crawler(root, (*WORDS.values(), *KEPT), most=1100, doors=doors)
    places = ("annuaire/hotel-de-ville", "ancienne", near[0])
    assert list(crawler.leaks(near, places)) == []
    broken = {url for (url, _), status in crawler.asked.items() if status >= 500}
    assert broken == set()
    met = {url.removeprefix(f"{root}/") for (url, _), status
           in crawler.asked.items() if status == 200}  # fmt: skip
    assert {"annuaire/fiches.csv", "lettre/numeros.atom", "ancienne",
            "@web-contents?q=zorgl", "plan-du-site.xml"} <= met  # fmt: skip
    # What is private is there, and the webmaster alone meets it.
    assert not met & set(near)


def test_the_stranger_sees_a_draft_that_is_shown(planted, site):
    word = WORDS["brouillon"]
    page = contents.create(site, "Page", {"title": word}, "montre")
    page.manage_permission("View", ["Anonymous"], acquire=False)
    transaction.commit()
    ask = Client(f"http://{planted['host']}:{planted['port']}/plone")
    crawler = Crawler(ask.site, [word], most=60)
    assert next(crawler.leaks(("montre",)), None) is not None

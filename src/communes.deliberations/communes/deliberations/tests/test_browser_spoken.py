"""Every page says its sentences through a catalogue, and never names a message."""

import communes.core
import communes.deliberations
from communes.deliberations.tests import builders
from communes.deliberations.tests.web import Agent
from communes.deliberations.tests.web import committed
from communes.deliberations.tests.web import held_meeting
from html import unescape
from pathlib import Path
import pytest
import re
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.i18n.interfaces import ITranslationDomain
from zope.interface import implementer


LOCALES = {
    one.__name__: Path(one.__file__).parent
    for one in (communes.core, communes.deliberations)
}


# What the town's people wrote or chose, and days: nothing that a catalogue says. The
# quorum is a sentence of the rules; the names of annexes and of kinds are settings.
DATA = re.compile(
    r"Le quorum est atteint : [^<]*L1122-17\)\."
    r"|CDLD, art\. [\w-]+|règlement d'ordre intérieur [^<]*, art\. \d+"
    r"|Titulaire [\w-]+|\b(bourgmestre|echevin-1|conseiller-\d|dg|TB)\b"
    r"|\bdirecteur-general\b|\b(Annexe|Avis|Plan|PDF|ODT)\b"
    r"|DÉCIDE d'approuver le cahier des charges\.|Réfection de [^<]* charges"
    r"|Point (normal|\d)|Proposé au chef de service|Travaux et voirie|Réf\. [\d/]+"
    r"|(Collège|Conseil) communal( du (?=lundi))?|Commune"
    r"|\b[A-Za-z]+\.? \d+(er)? [a-zéû]+\.?( \d{4})?(, \d+\xa0h( \d+)?)?"
)
READ = re.compile(
    r'(?:aria-label|title|placeholder|data-label|data-confirm|data-word-\w+)="([^"]*)"'
)
WORD = re.compile(r"[^\W\d_]{2,}")


@implementer(ITranslationDomain)
class Marked:
    """The catalogue of a language that puts what it says between brackets."""

    def __init__(self, domain: str) -> None:
        self.domain = domain
        self.french = getUtility(ITranslationDomain, name=domain)
        pot = LOCALES[domain] / "locales" / f"{domain}.pot"
        self.known = set(re.findall(r'^msgid "(.+)"$', pot.read_text("utf-8"), re.M))

    def translate(self, msgid: str, *args: object, **values: object) -> str:
        said = self.french.translate(msgid, *args, **values)
        return f"⟦{said}⟧" if str(msgid) in self.known else said


@pytest.fixture
def marked(town_web):
    """Speak the marked language until the test is done."""
    registry = getGlobalSiteManager()
    found = [Marked(name) for name in LOCALES]
    for one in found:
        registry.registerUtility(one, ITranslationDomain, name=one.domain)
    yield found
    for one in found:
        registry.unregisterUtility(one, ITranslationDomain, name=one.domain)
        registry.registerUtility(one.french, ITranslationDomain, name=one.domain)


def pages() -> list[str]:
    """Return the addresses of the pages of the solution, with something on each."""
    meeting, items = committed(held_meeting)
    waiting = committed(builders.validated)
    site = builders.assembly().aq_parent.aq_parent.absolute_url()
    assembly = builders.assembly().absolute_url()
    found = [f"{site}/@@tableau-de-bord", f"{site}/deliberations", f"{site}/@@search"]
    found += [f"{site}/deliberations/importer", f"{assembly}/view?f.state=validated"]
    found += [f"{assembly}/{name}" for name in ("view", "seances", "nouveau-point")]
    found += [
        f"{meeting.absolute_url()}/{name}"
        for name in ("view", "presences", "scrutins", "documents", "modifier")
    ]
    for item in (items[0], waiting):
        names = ("view", "annexes", "historique", "view?modifier=decision")
        found += [f"{item.absolute_url()}/{name}" for name in names]
    return found


def left(page: str) -> set[str]:
    """Return the words of a page that no catalogue has said and no data explain."""
    text = re.sub(r"<(script|style)\b.*?</\1>", "", unescape(page), flags=re.S)
    while "⟦" in text:
        text = re.sub(r"⟦[^⟦⟧]*⟧", "", text)
    found = {*re.findall(r">([^<]+)<", text), *READ.findall(text)}
    return {one.strip() for one in found if WORD.search(DATA.sub("", one))}


def test_every_word_of_a_page_is_data_or_said_by_a_catalogue(town_web, marked):
    agent = Agent(town_web, "directeur-general")
    for url in pages():
        assert agent.get(url) == 200, url
        assert left(agent.text) == set(), url


def test_a_sentence_that_no_catalogue_says_is_seen():
    page = "<p>⟦Vote du point ⟦1⟧⟧ Point 1</p><b title='x'>Personne</b><i>bulk_done</i>"
    assert left(page) == {"Personne", "bulk_done"}
    assert left('<a aria-label="Déplacer Point 1"></a>') == {"Déplacer Point 1"}

"""A whole website as strangers and machines meet it, over the wire."""

from communes.core.testing.stranger import Client
from communes.web.api import contents
from communes.web.api.searching import in_vain
from communes.web.storage.settings import keep
import feedparser
import html5rdf
from html5rdf.html5parser import ParseError
import icalendar
import json
from lxml import etree
from plone import api
import pytest
from rdflib import Graph
import re
import transaction
from urllib.parse import urlsplit


#: Kind of page -> where one stands on the planted site.
KINDS = {
    "home": "",
    "branch": "vivre-ici",
    "page": "vivre-ici/nouveaux",
    "page with contacts": "vivre-ici/logement/presentation",
    "services": "demarches",
    "service": "demarches/carte-identite",
    "directory": "annuaire",
    "entry": "annuaire/hotel-de-ville",
    "agenda": "agenda",
    "event": "agenda/chaque-semaine-1",
    "news": "actualites",
    "albums": "albums",
    "album": "albums/album-1",
    "newsletter": "lettre",
    "contact form": "nous-ecrire",
    "search": "chercher?SearchableText=carte",
    "search of nothing": "chercher?SearchableText=zzzz",
    "entrances": "je-cherche?pour=habitant",
    "plan": "plan-du-site",
    "open data": "donnees-du-site",
    "not there": "nulle-part",
}


@pytest.fixture
def ask(planted):
    return Client(f"http://{planted['host']}:{planted['port']}/plone")


def faults(html: str) -> list[str]:
    """Return what is no valid HTML in a page, as its parser says it."""
    parser = html5rdf.HTMLParser(strict=False)
    parser.parse(html)
    return [f"{place}: {code} {values}" for place, code, values in parser.errors]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_valid_says_where_it_is_and_asks_nobody_else(ask, kind):
    found = ask(KINDS[kind], Accept="text/html")
    assert found.status == (404 if kind == "not there" else 200)
    assert faults(found.text) == []
    with pytest.raises(ParseError):
        html5rdf.HTMLParser(strict=True).parse(found.text.replace("</main>", "</b>"))
    # One heading of the first level, a language, a title, landmarks.
    assert len(re.findall(r"<h1[ >]", found.text)) == 1
    assert re.search(r'<html[^>]* lang="fr"', found.text)
    assert re.search(r"<title>[^<]{5,}</title>", found.text)
    for landmark in ("<main", "<header", "<footer", "<nav"):
        assert landmark in found.text
    here = urlsplit(ask.site).netloc
    asked = re.findall(
        r"""<(?:script|img|link|iframe|source)[^>]+(?:src|href)=["']([^"']+)""",
        found.text,
    )
    assert asked
    assert {urlsplit(one).netloc for one in asked} <= {"", here}


def test_identifiers_are_unique_and_every_reference_leads_somewhere(ask):
    for kind, path in KINDS.items():
        text = ask(path, Accept="text/html").text
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids)), kind
        named = re.findall(r'(?:aria-labelledby|aria-controls|for)="([^"]+)"', text)
        missing = {one for value in named for one in value.split()} - set(ids)
        assert missing == set(), kind


def test_the_head_leads_everywhere_without_a_script(ask):
    text = ask("vivre-ici/nouveaux").text
    head = text[text.index("<header") : text.index("</header>")]
    for words in ("Démarches", "Vivre ici", "Agenda", "Actualités", "Annuaire"):
        assert words in head
    # Two levels, the branch one is in marked; the box of the search.
    assert f'href="{ask.site}/vivre-ici/logement"' in head
    assert 'class="is-here"' in head
    assert f'action="{ask.site}/chercher"' in head
    assert (
        "hidden" in head[head.index("data-fold") - 200 : head.index("data-fold") + 60]
    )


def test_the_foot_tells_how_to_reach_the_administration(planted, ask):
    keep(planted["portal"], {"reception": "annuaire/hotel-de-ville",
                             "foot_pages": ["utile/accessibilite"]})  # fmt: skip
    transaction.commit()
    text = ask("vivre-ici").text
    foot = text[text.index("<footer") :]
    assert "tel:+32820" in foot and "mailto:hotel-de-ville@" in foot
    assert "Lundi" in foot and "8\u00a0h\u00a030" in foot
    head = text[text.index("<header") : text.index("</header>")]
    assert "Ouvert" in head or "Fermé" in head


def test_an_alert_stands_above_every_page(ask):
    for path in ("", "vivre-ici", "annuaire/hotel-de-ville"):
        assert "Pont de la rue du Moulin" in ask(path).text


def test_who_has_a_page_is_told_so_until_something_changes(planted, ask):
    path = "vivre-ici/nouveaux"
    first = ask(path)
    assert "s-maxage=" in first.headers["cache-control"]
    again = ask(path, If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    page = planted["portal"]["vivre-ici"]["nouveaux"]
    with api.env.adopt_roles(["Manager"]):
        contents.edit(page, {"description": "Neuf choses à faire."})
    transaction.commit()
    changed = ask(path, If_None_Match=first.headers["etag"])
    assert changed.status == 200 and "Neuf choses" in changed.text


def test_a_page_names_what_it_shows_for_the_proxy(planted, ask):
    portal = planted["portal"]
    tags = ask("vivre-ici/nouveaux").headers["surrogate-key"].split()
    assert portal["vivre-ici"]["nouveaux"].UID() in tags and "web-frame" in tags
    home = ask("").headers["surrogate-key"].split()
    assert {"web-news", "web-events", "web-frame"} <= set(home)


def test_files_of_the_theme_are_kept_for_a_year(ask):
    text = ask("").text
    for address in re.findall(r'<link rel="stylesheet" href="([^"]+)"', text):
        found = ask(address)
        assert found.status == 200, address
        kept = re.search(r"max-age=(\d+)", found.headers["cache-control"])
        assert int(kept[1]) >= 31536000, address


def test_what_search_engines_and_shared_links_read(ask):
    text = ask("demarches/carte-identite").text
    assert '<meta property="og:title" content="Carte d' in text
    assert '<link rel="canonical"' in text
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    kinds = {json.loads(one)["@type"] for one in scripts}
    assert "BreadcrumbList" in kinds and "GovernmentService" in kinds
    home = ask("").text
    assert '"WebSite"' in home and "SearchAction" in home
    assert 'name="robots" content="noindex"' in ask("chercher").text


def test_the_site_map_tells_every_public_page_and_no_other(planted, ask):
    portal = planted["portal"]
    with api.env.adopt_roles(["Manager"]):
        hidden = contents.create(
            portal, "Page", {"title": "Brouillon secret"}, "secret"
        )
    transaction.commit()
    index = etree.fromstring(ask("sitemap.xml").body)
    maps = [node.text for node in index.iter("{*}loc")]
    assert f"{ask.site}/plan-du-site.xml" in maps
    assert f"Sitemap: {ask.site}/sitemap.xml" in ask("robots.txt").text
    found = etree.fromstring(ask("plan-du-site.xml").body)
    addresses = [node.text for node in found.iter("{*}loc")]
    assert hidden.absolute_url() not in addresses and "secret" not in str(addresses)
    assert len(addresses) > 100
    assert len(list(found.iter("{*}lastmod"))) == len(addresses)
    for address in addresses[::7]:
        assert ask(address, Accept="text/html").status == 200, address


def test_open_data_is_read_by_the_programs_of_others(ask):
    told = Graph().parse(data=ask("donnees-du-site.jsonld").text, format="json-ld")
    assert len(told) > 40
    assert len(Graph().parse(data=ask("donnees-du-site.ttl").text)) == len(told)
    page = ask("donnees-du-site").text
    files = re.findall(
        r'href="([^"]+\.(?:ics|geojson|csv|vcf|atom|rss|jsonld|ttl))"', page
    )
    assert len(set(files)) >= 9
    for address in set(files):
        found = ask(address)
        assert found.status == 200 and found.body, address
    assert icalendar.Calendar.from_ical(ask("evenements.ics").body).walk("VEVENT")
    assert feedparser.parse(ask("actualites.atom").body).entries


def test_the_plan_shows_the_branches_and_what_is_below(ask):
    text = ask("plan-du-site").text
    for words in ("Vivre ici", "Se loger et construire", "Permis de location"):
        assert words in text


def test_a_search_finds_every_kind_and_narrows(ask):
    text = ask("chercher?SearchableText=carte").text
    assert "Carte d" in text and "Démarche" in text
    assert "f.type=communes.web.Service" in text
    narrowed = ask("chercher?SearchableText=carte&f.type=communes.web.Service").text
    assert "demarches/carte-identite" in narrowed
    everything = ask("chercher").text
    assert "contenus" in everything
    assert ask("chercher?SearchableText=carte&f.type=communes.web.Alert").status == 200
    assert ask("chercher?f.nimporte=quoi").status == 400


def test_words_in_vain_are_told_to_who_manages_and_nobody_else(planted, ask):
    ask("chercher?SearchableText=skatepark")
    ask("chercher?SearchableText=skatepark")
    ask("chercher?SearchableText=jean.dupont@example.be")
    with api.env.adopt_roles(["Manager"]):
        found = {one.words: one.times for one in in_vain()}
    assert found["skatepark"] == 2 and not any("@" in words for words in found)
    assert ask("recherches-vaines").status in (302, 401, 403, 404)

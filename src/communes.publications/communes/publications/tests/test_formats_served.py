"""Every form over the wire, fetched and read by somebody else's program."""

from communes.core.testing.stranger import Client
from communes.core.testing.stranger import open_to_all
from communes.publications.domain.formats import akn
from communes.publications.domain.formats.negotiation import Form
from communes.publications.domain.formats.negotiation import FORMS
from communes.publications.domain.formats.negotiation import MEDIA_TYPES
from communes.publications.tests import example
from communes.publications.tests.client import follows
from communes.publications.tests.client import STANDARDS
from communes.publications.tests.portal import make_institution
from communes.publications.tests.portal import receive
import csv
import feedparser
from icalendar import Calendar
import io
import json
from lxml import etree
import pytest
from rdflib import Graph
from rdflib import Namespace
from rdflib import RDF
from rdflib.compare import isomorphic
import transaction


BESLUIT = Namespace("http://data.vlaanderen.be/ns/besluit#")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
KINDS = {
    "99901": "institution",
    "99901/conseil": "assembly",
    "99901/conseil/2026": "year",
    example.MEETING: "meeting",
    f"{example.MEETING}/1": "decision",
}


@pytest.fixture
def site(served):
    """Return the address of a portal with one decided meeting, behind a server."""
    portal = served["portal"]
    open_to_all()
    make_institution(portal)
    receive(portal, example.project())
    receive(portal, example.meeting())
    transaction.commit()
    return f"http://{served['host']}:{served['port']}/plone"


@pytest.fixture
def ask(site):
    return Client(site)


def test_each_address_gives_each_of_its_forms(ask):
    for path, kind in KINDS.items():
        for form in FORMS[kind]:
            found = ask(f"{path}.{form}")
            assert found.status == 200, (path, form, found.text[:300])
            media = found.headers["content-type"].partition(";")[0]
            assert media == MEDIA_TYPES[form]
            asked = ask(path, Accept=f"{media}, */*;q=0.1")
            alone = ask(path, Accept=media)
            assert asked.body == found.body == alone.body
            assert asked.headers["vary"] == "Accept"
            assert asked.headers["content-location"].endswith(f"{path}.{form}")
            # A program that says the type it expects of an address with a suffix.
            assert ask(f"{path}.{form}", Accept=media).body == found.body


def test_a_form_that_a_thing_has_not_is_not_there(ask):
    for path in ("99901.xml", "99901/conseil/2026.json", "99901/conseil/2027.csv"):
        assert ask(path).status == 404
    assert ask(f"{example.MEETING}/3.xml").status == 404
    assert ask(f"{example.MEETING}/2.jsonld").status == 404
    assert ask("99999.csv").status == 404


def test_linked_data_negotiates_and_follows_the_shapes(site):
    url = f"{site}/{example.MEETING}"
    negotiated = Graph().parse(url, format="turtle")
    suffixed = Graph().parse(f"{url}.jsonld", format="json-ld")
    assert isomorphic(negotiated, suffixed)
    good, text = follows(negotiated, "oslo/decision-list.ttl")
    assert good, text
    assert len(list(negotiated.subjects(RDF.type, BESLUIT.Besluit))) == 1
    year = Graph().parse(f"{site}/99901/conseil/2026", format="turtle")
    assert set(negotiated) <= set(year)


def test_the_catalogue_leads_to_every_file_it_names(site, ask):
    graph = Graph().parse(f"{site}/catalogue", format="turtle")
    good, text = follows(graph, "dcat/shapes.ttl")
    assert good, text
    named = {str(one) for one in graph.objects(None, DCAT.downloadURL)}
    named |= {str(one) for one in graph.objects(None, DCAT.endpointURL)}
    assert len(named) == 5
    for url in named:
        assert ask(url).status == 200, url
    alone = Graph().parse(f"{site}/99901", format="turtle")
    assert set(alone) <= set(graph)
    concepts = Graph().parse(f"{site}/concepts", format="turtle")
    assert len(concepts) > 20


def test_a_feed_reader_asks_again_and_has_it_already(site):
    url = f"{site}/99901.atom"
    first = feedparser.parse(url)
    assert not first.bozo and first.status == 200
    assert [one.id.rpartition("/")[2] for one in first.entries] == ["1", "3"]
    again = feedparser.parse(url, etag=first.etag)
    assert again.status == 304 and not again.entries


def test_a_calendar_a_table_and_a_legal_text_are_read_back(ask):
    (event,) = Calendar.from_ical(ask("99901/conseil.ics").body).walk("VEVENT")
    assert event["url"] == f"{ask.site}/{example.MEETING}"
    (row,) = csv.DictReader(io.StringIO(ask("99901.csv").text))
    assert row["DELIB_ID"] == f"{example.MEETING}/1"
    assert ask(row["DELIB_URL"]).status == 200
    text = etree.fromstring(ask(f"{example.MEETING}/1", Accept="application/xml").body)
    etree.XMLSchema(etree.parse(STANDARDS / "akn/akomantoso30.xsd")).assertValid(text)
    assert text.tag == f"{{{akn.NAMESPACE}}}akomaNtoso"


def test_the_site_map_leads_to_every_page_and_to_no_closed_item(ask):
    assert f"Sitemap: {ask.site}/sitemap.xml" in ask("robots.txt").text
    index = etree.fromstring(ask("sitemap.xml").body)
    (part,) = (node.text for node in index.iter("{*}loc"))
    found = [node.text for node in etree.fromstring(ask(part).body).iter("{*}loc")]
    assert found == [
        f"{ask.site}/{example.MEETING}",
        f"{ask.site}/{example.MEETING}/1",
    ]
    assert ask("99901/sitemap-2.xml").status == 404
    assert ask("99901/sitemap-x.xml").status == 404


def test_who_has_it_is_told_so_in_every_form(ask):
    paths = [f"{path}.{form}" for path, kind in KINDS.items() for form in FORMS[kind]]
    paths += ["catalogue", "catalogue.ttl", "concepts", "sitemap.xml"]
    paths += ["99901/sitemap-1.xml", "oparl/1.1/system", "oparl/1.1/bodies"]
    paths += ["oparl/1.1/99901/papers", "oparl/1.1/99901/papers/conseil/2026/9/1"]
    for path in paths:
        first = ask(path)
        again = ask(path, If_None_Match=first.headers["etag"])
        assert (again.status, again.body) == (304, b""), path
        for name in ("etag", "cache-control", "surrogate-key"):
            assert again.headers[name] == first.headers[name], (path, name)
        assert "s-maxage=" in first.headers["cache-control"]
        assert ask(path, If_None_Match='"other"').status == 200
    dated = ask(f"{example.MEETING}.ics")
    since = dated.headers["last-modified"]
    assert ask(f"{example.MEETING}.ics", If_Modified_Since=since).status == 304
    assert "last-modified" not in ask("99901.csv").headers


def test_a_change_is_seen_at_once(served, site, ask):
    held = {
        path: ask(path).headers["etag"]
        for path in (
            f"{example.MEETING}.csv",
            "99901.atom",
            "oparl/1.1/99901/meetings",
            "sitemap.xml",
            "catalogue",
        )
    }
    receive(served["portal"], example.meeting(version=3, items=[example.item()]))
    transaction.commit()
    for path, tag in held.items():
        assert ask(path, If_None_Match=tag).status == 200, path


def test_scripts_of_other_sites_read_public_data(ask):
    found = ask("99901.csv", Origin="https://elsewhere.example")
    assert found.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in found.headers
    asked = {
        "Origin": "https://elsewhere.example",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "if-none-match",
    }
    for path in ("99901.csv", example.MEETING, "oparl/1.1/bodies", "catalogue"):
        allowed = ask(path, "OPTIONS", **asked)
        assert allowed.status == 204, (path, allowed)
        assert "If-None-Match" in allowed.headers["access-control-allow-headers"]
    assert "access-control-allow-origin" not in ask("login").headers


def test_only_reading_is_possible(ask):
    head = ask("99901.csv", "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["etag"] == ask("99901.csv").headers["etag"]
    assert ask(f"{example.MEETING}.csv", "POST").status == 405


def test_the_page_says_which_forms_it_has(ask):
    link = ask(f"{example.MEETING}/1").headers["link"]
    assert link.count('rel="alternate"') == len(FORMS["decision"])
    assert f"<{ask.site}/{example.MEETING}/1.{Form.XML}>" in link
    assert "akn+xml" not in ask(f"{example.MEETING}/3").headers["link"]


PLACES = {
    "nis": "99901",
    "assembly": "conseil",
    "year": "2026",
    "meeting": "9",
    "item": "1",
    "annex": "annexe-1",
    "name": "Anne%20Delvaux",
    "number": "1",
}


def test_every_address_of_the_description_answers_as_it_says(ask):
    told = json.loads(ask("open-data.json").body)
    assert told["servers"] == [{"url": ask.site}]
    assert len(told["paths"]) > 50
    for path, methods in told["paths"].items():
        found = ask(path.format(**PLACES).lstrip("/"))
        media = found.headers["content-type"].partition(";")[0]
        answers = methods["get"]["responses"]["200"]["content"]
        assert (found.status, media in answers) == (200, True), (path, found.status)

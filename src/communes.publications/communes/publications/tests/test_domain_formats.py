"""Each format is read back by somebody else's client and validates as its standard."""

from communes.core.formats.domain import site_map
from communes.publications.domain.formats import akn
from communes.publications.domain.formats import dcat
from communes.publications.domain.formats import feeds
from communes.publications.domain.formats import oparl
from communes.publications.domain.formats import oparl_lists
from communes.publications.domain.formats import oslo
from communes.publications.domain.formats import rdfa
from communes.publications.domain.formats import scdl
from communes.publications.domain.formats import schema_org
from communes.publications.domain.formats.links import Links
from communes.publications.domain.formats.publisher import Publisher
from communes.publications.domain.reading import read_projection
from communes.publications.tests import example
import csv
import feedparser
from icalendar import Calendar
import io
import json
from jsonschema import Draft4Validator
from lxml import etree
from pathlib import Path
from pyshacl import validate
import pytest
from rdflib import Graph
from rdflib import Namespace
from rdflib import RDF


STANDARDS = Path(__file__).with_name("standards")
LINKS = Links("https://decisions.example.be")
BESLUIT = Namespace("http://data.vlaanderen.be/ns/besluit#")
SECRET = "licenciement"


@pytest.fixture
def decided():
    return read_projection(example.meeting())


@pytest.fixture
def draft():
    return read_projection(example.project())


def shacl(graph, shapes):
    """Return whether a graph follows the shapes, and what it says when not."""
    kept = Graph().parse(STANDARDS / shapes)
    good, _report, text = validate(graph, shacl_graph=kept, advanced=True)
    return good, text


def graph_of(node):
    return Graph().parse(data=json.dumps(node), format="json-ld")


def test_a_decided_meeting_is_a_list_of_decisions_in_oslo(decided):
    graph = graph_of(oslo.meeting_jsonld(decided, LINKS))
    good, text = shacl(graph, "oslo/decision-list.ttl")
    assert good, text
    assert len(list(graph.subjects(RDF.type, BESLUIT.Besluit))) == 1
    assert len(list(graph.subjects(RDF.type, BESLUIT.Agendapunt))) == 3


def test_a_meeting_to_come_is_an_agenda_in_oslo(draft):
    graph = graph_of(oslo.meeting_jsonld(draft, LINKS))
    good, text = shacl(graph, "oslo/basic-agenda.ttl")
    assert good, text
    assert not list(graph.subjects(RDF.type, BESLUIT.Besluit))


def test_a_broken_list_of_decisions_does_not_validate(decided):
    node = oslo.meeting_jsonld(decided, LINKS)
    del node["@graph"][0]["besluit:geplandeStart"]
    assert not shacl(graph_of(node), "oslo/decision-list.ttl")[0]


def test_the_page_says_the_same_as_the_file(decided):
    """Every triple of the page, but its prefixes, is one of the file."""
    page = etree.fromstring(rdfa.decisions_rdfa(decided, LINKS))
    url = LINKS.item(decided.items[0])
    titles = page.xpath(
        "//*[@resource=$url and @typeof='besluit:Besluit']"
        "//*[@property='eli:title']/text()",
        url=url,
    )
    assert titles == [decided.items[0].title]
    assert len(page.xpath("//*[@typeof='besluit:Agendapunt']")) == 3
    assert len(page.xpath("//*[@typeof='besluit:Besluit']")) == 1


def schema(name):
    """Return a validator of OParl that knows the objects inside objects."""
    return Draft4Validator(json.loads((STANDARDS / f"oparl/{name}.json").read_text()))


def record(meeting, **values):
    """Return the meeting with the moments of a portal."""
    moment = meeting.published_at
    return oparl.Record(meeting, moment, moment, **values)


def test_every_oparl_object_follows_its_schema(decided):
    item, closed, gone = decided.items
    held = record(decided)
    person = decided.present[0]
    publisher = Publisher("99901", "Valmont-sur-Lesse", mail="info@example.be")
    objects = [
        oparl_lists.oparl_system("Décisions", LINKS),
        oparl_lists.oparl_body(publisher, held.created, held.modified, LINKS),
        oparl.oparl_meeting(held, LINKS),
        oparl.oparl_location(held, LINKS),
        oparl.oparl_organization(held, LINKS),
        oparl.oparl_paper(item, held, LINKS),
        oparl.oparl_consultation(item, held, LINKS),
        oparl.oparl_file(item.annexes[0], item, held, LINKS),
        oparl.oparl_person(person, [held], LINKS),
        oparl.oparl_membership(person, held, LINKS),
        *(oparl.oparl_agenda_item(one, held, LINKS) for one in (item, closed, gone)),
    ]
    for one in objects:
        name = one["type"].rsplit("/", 1)[-1]
        schema(name).validate(one)
        broken = {key: value for key, value in one.items() if key != "id"}
        assert not schema(name).is_valid(broken)


def test_oparl_tells_who_voted_what_unless_it_was_secret(decided):
    (vote,) = oparl.oparl_agenda_item(decided.items[0], record(decided), LINKS)[
        "wallonie:vote"
    ]
    assert {(one["name"], one["option"]) for one in vote["voters"]} == {
        ("Anne Delvaux", "yes"),
        ("Marc Lejeune", "yes"),
        ("Paul Henry", "no"),
    }
    hidden = example.item(votes=[{"secret": True, "yes": 2, "no": 1, "abstain": 0}])
    secret = read_projection(example.meeting(items=[hidden]))
    (vote,) = oparl.oparl_agenda_item(secret.items[0], record(secret), LINKS)[
        "wallonie:vote"
    ]
    assert "voters" not in vote


def test_a_withdrawn_decision_leaves_a_tombstone(decided):
    gone = oparl.oparl_paper(decided.items[2], record(decided), LINKS)
    assert gone["deleted"] is True and "name" not in gone
    assert "erreur" in gone["wallonie:reason"]


def akn_schema():
    return etree.XMLSchema(etree.parse(STANDARDS / "akn/akomantoso30.xsd"))


def test_a_decision_is_akoma_ntoso(decided):
    document = etree.fromstring(akn.decision_xml(decided.items[0], decided, LINKS))
    akn_schema().assertValid(document)
    headings = document.xpath(
        "//a:hcontainer/a:heading/text()", namespaces={"a": akn.NAMESPACE}
    )
    assert headings == ["Motivation", "Décision", "Article 1er", "Article 2", "Vote"]


def test_broken_akoma_ntoso_does_not_validate(decided):
    document = etree.fromstring(akn.decision_xml(decided.items[0], decided, LINKS))
    identification = document.find(f".//{{{akn.NAMESPACE}}}FRBRWork")
    identification.getparent().remove(identification)
    assert not akn_schema().validate(document)


def test_the_table_is_scdl(decided):
    text = scdl.decisions_csv([decided], LINKS, "0207336212", {})
    (row,) = csv.DictReader(io.StringIO(text))
    required = scdl.COLUMNS[:7]
    assert all(row[name] for name in required)
    assert len(row["COLL_SIRET"]) == 14 and row["COLL_SIRET"].isdigit()
    assert (row["VOTE_POUR"], row["VOTE_CONTRE"], row["VOTE_EFFECTIF"]) == (
        "2",
        "1",
        "4",
    )
    own = scdl.decisions_csv([decided], LINKS, "0207336212", {}, own=True)
    assert next(csv.DictReader(io.StringIO(own)))["COLL_BCE"] == "0207336212"


def test_no_cell_is_a_formula():
    hostile = example.item(title="=HYPERLINK(1)")
    found = read_projection(example.meeting(items=[hostile]))
    text = scdl.decisions_csv([found], LINKS, "0207336212", {})
    assert next(csv.DictReader(io.StringIO(text)))["DELIB_OBJET"] == "'=HYPERLINK(1)"


def holding(meeting):
    publisher = Publisher("99901", "Valmont-sur-Lesse", mail="info@example.be")
    return dcat.Holding(publisher, meeting.published_at, ("99901/conseil/2026",))


def test_the_catalogue_is_dcat_ap(decided):
    node = dcat.catalogue("Décisions", (holding(decided),), LINKS)
    good, text = shacl(graph_of(node), "dcat/shapes.ttl")
    assert good, text
    for one in node["@graph"]:
        one.pop("dct:title", None)
    assert not shacl(graph_of(node), "dcat/shapes.ttl")[0]


def test_a_feed_reader_reads_the_feed(decided):
    url = "https://decisions.example.be/99901/decisions.atom"
    found = feedparser.parse(feeds.decisions_atom("Valmont", url, [decided], LINKS))
    assert not found.bozo and found.version == "atom10"
    assert [one.id for one in found.entries] == [
        LINKS.item(decided.items[0]),
        LINKS.item(decided.items[2]),
    ]
    assert found.entries[1].summary.startswith("Retiré")


def test_a_calendar_reads_the_meetings(decided):
    data = feeds.meetings_ics("Séances; Valmont, Conseil", [decided], LINKS)
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert event["uid"] == LINKS.meeting(decided)
    assert event["dtstart"].dt == decided.date
    assert str(event["location"]) == decided.place
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_a_site_map_names_its_pages_with_their_moment(decided):
    url = LINKS.meeting(decided)
    for made in (site_map.sitemap, site_map.sitemap_index):
        root = etree.fromstring(made([(url, decided.published_at)]))
        assert [node.text for node in root.iter("{*}loc")] == [url]
        (moment,) = (node.text for node in root.iter("{*}lastmod"))
        assert moment == "2026-10-14T10:00:00+02:00"


def test_search_engines_know_a_draft_from_a_decision(decided, draft):
    after = schema_org.decision_legislation(decided.items[0], decided, LINKS)
    before = schema_org.decision_legislation(draft.items[0], draft, LINKS)
    assert after["legislationLegalForce"].endswith("/InForce")
    assert before["legislationLegalForce"].endswith("/NotInForce")
    event = schema_org.meeting_event(decided, LINKS)
    assert event["startDate"] == "2026-10-12T20:00:00+02:00"


def test_signs_that_no_xml_may_hold_break_no_format():
    hostile = example.item(
        title="Réfection \x0b ]]> <b> & \ud83d\ude00", decision="<p>a\x0cb ]]></p>"
    )
    found = read_projection(example.meeting(items=[hostile]))
    akn_schema().assertValid(
        etree.fromstring(akn.decision_xml(found.items[0], found, LINKS))
    )
    etree.fromstring(feeds.decisions_atom("x", "https://x", [found], LINKS))
    etree.fromstring(rdfa.decisions_rdfa(found, LINKS))
    graph_of(oslo.meeting_jsonld(found, LINKS))


def everything(meeting):
    """Return every byte of every format of a meeting."""
    item = meeting.items[0]
    nodes = [
        oslo.meeting_jsonld(meeting, LINKS),
        oslo.item_jsonld(item, meeting, LINKS),
        oparl.oparl_meeting(record(meeting), LINKS),
        dcat.catalogue("D", (holding(meeting),), LINKS),
        schema_org.meeting_event(meeting, LINKS),
    ]
    files = [
        akn.decision_xml(item, meeting, LINKS),
        feeds.decisions_atom("D", "https://x", [meeting], LINKS),
        feeds.meetings_ics("D", [meeting], LINKS),
    ]
    texts = [
        json.dumps(nodes, ensure_ascii=False),
        scdl.decisions_csv([meeting], LINKS, "0207336212", {}),
        rdfa.decisions_rdfa(meeting, LINKS),
    ]
    return "".join([*texts, *(file.decode() for file in files)])


def test_a_withdrawn_title_is_the_most_that_is_left_of_it(decided):
    said = everything(decided)
    assert "https://decisions.example.be/99901/conseil/2026/9/1" in said
    assert SECRET not in said
    assert "/2/annexes" not in said and "/3/annexes" not in said

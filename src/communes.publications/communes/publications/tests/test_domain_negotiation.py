"""Which form a client gets, what it holds already, and the pages of a list."""

from communes.core.formats.domain.turtle import turtle
from communes.publications.domain.formats import oparl
from communes.publications.domain.formats import oparl_lists
from communes.publications.domain.formats import oslo
from communes.publications.domain.formats.concepts import concepts
from communes.publications.domain.formats.errors import FilterUnreadable
from communes.publications.domain.formats.links import Links
from communes.publications.domain.formats.negotiation import Form
from communes.publications.domain.formats.negotiation import FORMS
from communes.publications.domain.formats.negotiation import Kind
from communes.publications.domain.formats.negotiation import negotiate
from communes.publications.domain.formats.negotiation import split_suffix
from communes.publications.domain.reading import read_projection
from communes.publications.tests import example
from datetime import datetime
from datetime import timedelta
from datetime import UTC
import json
import pytest
from rdflib import Graph
from rdflib.compare import isomorphic


LINKS = Links("https://decisions.example.be")
BROWSER = (
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,"
    "*/*;q=0.8"
)
NOON = datetime(2026, 10, 14, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", None),
        ("*/*", None),
        (BROWSER, None),
        ("text/*", None),
        ("nonsense", None),
        ("application/ld+json", Form.JSONLD),
        ("application/ld+json;profile=x, text/html;q=0.9", Form.JSONLD),
        ("text/turtle;q=0.4, text/html;q=0.5", None),
        ("text/turtle, */*;q=0.1", Form.TURTLE),
        ("application/json", Form.JSON),
        ("application/xml", Form.XML),
        ("application/*", Form.JSONLD),
        ("application/ld+json;q=0", None),
        ("application/rdf+xml", None),
        ("TEXT/TURTLE", Form.TURTLE),
    ],
)
def test_the_page_answers_unless_data_is_preferred(accept, form):
    assert negotiate(accept, FORMS[Kind.DECISION]) is form


def test_a_suffix_names_a_form_and_a_dot_alone_does_not():
    assert split_suffix("1.ttl") == ("1", Form.TURTLE)
    assert split_suffix("3.bis.json") == ("3.bis", Form.JSON)
    for name in ("1", "1.", ".ttl", "1.pdf", "ttl", ""):
        assert split_suffix(name) is None


HOSTILE = 'a"b\\c\nd\te\x7f\u2028 é \U0001f600 <x> ]]>'


@pytest.mark.parametrize(
    "node",
    [
        oslo.meeting_jsonld(read_projection(example.meeting()), LINKS),
        oslo.item_jsonld(
            read_projection(example.meeting(items=[example.item(title=HOSTILE)])).items[
                0
            ],
            read_projection(example.meeting()),
            LINKS,
        ),
        concepts(LINKS),
    ],
    ids=["meeting", "hostile", "concepts"],
)
def test_turtle_says_what_json_ld_says(node):
    written = Graph().parse(data=turtle(node), format="turtle")
    linked = Graph().parse(data=json.dumps(node), format="json-ld")
    assert len(written) > 5
    assert isomorphic(written, linked)


def held(**values):
    return oparl.Record(read_projection(example.meeting()), NOON, NOON, **values)


def kinds(filters, record=None):
    return [
        (one["id"].rsplit("/", 1)[1], one.get("deleted", False))
        for one in oparl_lists.objects_of("papers", record or held(), LINKS, filters)
    ]


def test_deleted_objects_are_told_to_who_asks_what_changed():
    dropped = held(dropped=(f"{example.MEETING}/7",))
    assert kinds(oparl_lists.Filters(), dropped) == [("1", False)]
    since = oparl_lists.read_filters({"modified_since": "2026-01-01T00:00:00+01:00"})
    assert kinds(since, dropped) == [("1", False), ("3", True), ("7", True)]


def test_no_deleted_object_is_inside_another():
    found = oparl.oparl_meeting(held(), LINKS)
    assert [one["number"] for one in found["agendaItem"]] == ["1", "2"]
    bare = oparl_lists.objects_of(
        "meetings", held(), LINKS, oparl_lists.read_filters({"omit_internal": "true"})
    )
    assert "agendaItem" not in bare[0] and bare[0]["name"]


def test_filters_are_moments_with_their_zone():
    filters = oparl_lists.read_filters(
        {"created_since": "2026-10-14T12:00:00 00:00", "modified_until": "", "x": "y"}
    )
    assert filters.take(NOON, NOON)
    assert not filters.take(NOON - timedelta(seconds=1), NOON)
    for wrong in (
        {"modified_since": "2026-10-14"},
        {"created_until": "hier"},
        {"page": "0"},
        {"page": "-1"},
        {"page": "²"},
        {"page": "9" * 30},
    ):
        with pytest.raises(FilterUnreadable) as caught:
            oparl_lists.read_filters(wrong)
        assert next(iter(wrong)) in str(caught.value)


def test_a_page_leads_to_the_next_with_its_filters():
    url = LINKS.oparl("99901", "papers")
    page = oparl_lists.list_page([], url, {"modified_since": "2026+x"}, 2, 3)
    links = page["links"]
    assert links["next"] == f"{url}?modified_since=2026%2Bx&page=3"
    assert links["prev"] == f"{url}?modified_since=2026%2Bx"
    last = oparl_lists.list_page([], url, {}, 3, 3)["links"]
    assert "next" not in last and last["first"] == url

"""The examples of the reference are what the formats make of the example meeting.

``COMMUNES_WRITE_EXAMPLES=1`` writes them anew.
"""

from communes.core.formats.domain.turtle import turtle
from communes.publications.domain.formats import akn
from communes.publications.domain.formats import dcat
from communes.publications.domain.formats import feeds
from communes.publications.domain.formats import oparl
from communes.publications.domain.formats import oparl_lists
from communes.publications.domain.formats import oslo
from communes.publications.domain.formats import scdl
from communes.publications.domain.formats import schema_org
from communes.publications.domain.formats.links import Links
from communes.publications.domain.formats.publisher import Publisher
from communes.publications.domain.reading import read_projection
from communes.publications.tests import example
import json
import os
from pathlib import Path
import pytest
import re


PAGES = Path(__file__).parents[5] / "docs/reference/publications"
LINKS = Links("https://decisions.example.be")
MEETING = read_projection(example.meeting(items=[example.item(), example.closed()]))
ITEM = MEETING.items[0]
RECORD = oparl.Record(MEETING, MEETING.published_at, MEETING.published_at)
PUBLISHER = Publisher("99901", "Valmont-sur-Lesse", mail="info@example.be")
BLOCK = re.compile(r"(<!-- example: ([a-z.-]+) -->\n```\w*\n).*?(```\n)", re.DOTALL)


def pretty(node):
    return json.dumps(node, ensure_ascii=False, indent=1) + "\n"


def page_of_papers():
    papers = oparl_lists.objects_of("papers", RECORD, LINKS, oparl_lists.Filters())
    url = LINKS.oparl("99901", "papers")
    return oparl_lists.list_page(papers, url, {"omit_internal": "true"}, 1, 2)


EXAMPLES = {
    "decision.jsonld": lambda: pretty(oslo.item_jsonld(ITEM, MEETING, LINKS)),
    "decision.ttl": lambda: turtle(oslo.item_jsonld(ITEM, MEETING, LINKS)),
    "decision.xml": lambda: akn.decision_xml(ITEM, MEETING, LINKS).decode() + "\n",
    "agenda-item.json": lambda: pretty(oparl.oparl_agenda_item(ITEM, RECORD, LINKS)),
    "papers.json": lambda: pretty(page_of_papers()),
    "tombstone.json": lambda: pretty(
        oparl.deleted(
            "Paper",
            oparl.object_url("papers", ITEM.id, LINKS),
            RECORD.created,
            RECORD.modified,
        )
    ),
    "decisions.csv": lambda: scdl.decisions_csv(
        [MEETING], LINKS, "0207336212", {}
    ).replace("\r", ""),
    "dataset.jsonld": lambda: pretty(
        dcat.dataset(
            dcat.Holding(PUBLISHER, MEETING.published_at, ("99901/conseil/2026",)),
            LINKS,
        )
    ),
    "decisions.atom": lambda: (
        feeds.decisions_atom(
            "Valmont-sur-Lesse", f"{LINKS.base}/99901.atom", [MEETING], LINKS
        )
        .decode()
        .replace("><", ">\n<")
        + "\n"
    ),
    "seances.ics": lambda: (
        feeds.meetings_ics("Valmont-sur-Lesse", [MEETING], LINKS)
        .decode()
        .replace("\r", "")
    ),
    "event.json": lambda: pretty(schema_org.meeting_event(MEETING, LINKS)),
}


def told():
    """Return every example of the pages: its page, and what stands in it."""
    found = {}
    for page in sorted(PAGES.glob("*.md")):
        for block in BLOCK.finditer(page.read_text("utf-8")):
            body = block[0][len(block[1]) : -len(block[3])]
            found[block[2]] = (page, body)
    return found


def write(page, name, text):
    def filled(block):
        return f"{block[1]}{text}{block[3]}" if block[2] == name else block[0]

    page.write_text(BLOCK.sub(filled, page.read_text("utf-8")), "utf-8")


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_reference_shows_what_is_made(name):
    page, body = told()[name]
    text = EXAMPLES[name]()
    if os.environ.get("COMMUNES_WRITE_EXAMPLES"):
        write(page, name, text)
        body = text
    assert body == text


def test_every_example_of_the_reference_is_made():
    assert set(told()) == set(EXAMPLES)

"""Pages of blocks, and what sites of iA.Smartweb hold, become ours."""

from communes.web.domain.agenda.event import Event
from communes.web.domain.directory import DirectoryEntry
from communes.web.domain.directory import EntryKind
from communes.web.domain.errors import BadContact
from communes.web.domain.errors import PartLost
from communes.web.domain.sections.record import section_of
from communes.web.domain.taking_over.mapping import mapped
from communes.web.domain.taking_over.ours import Piece
from communes.web.domain.taking_over.ours import Procedure
from communes.web.domain.taking_over.source import read_source
from communes.web.tests.plone_site import item
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
import pytest


FEW = settings(max_examples=60, deadline=None)


def taken(kind, name="x", **more):
    return mapped(read_source(item(kind, name, **more), "BASE"))


def slate(*nodes):
    return {"@type": "slate", "value": list(nodes)}


def blocks(*rows):
    named = {str(number): row for number, row in enumerate(rows)}
    return {"blocks": named, "blocks_layout": {"items": list(named)}}


LINK = {
    "type": "link",
    "data": {"url": "/sport?a=1&b"},
    "children": [{"text": "salle"}],
}
EVIL = {
    "type": "link",
    "data": {"url": "javascript:alert(1)"},
    "children": [{"text": "ici"}],
}


def test_blocks_become_sections_and_the_rest_is_said():
    page = taken(
        "Document",
        **blocks(
            {"@type": "title"},
            slate({"type": "h2", "children": [{"text": "Salle <1>"}]}),
            slate({"type": "p", "children": [{"text": "La "}, LINK, EVIL]}),
            {"@type": "image", "url": "../photo", "alt": 'La "salle"'},
            {"@type": "video", "url": "https://youtu.be/abcdef", "title": "Visite"},
            {"@type": "text", "text": {"blocks": [{"text": "Ancien"}]}},
            {"@type": "listing"},
        ),
    )
    first, video, last = page.content.sections
    assert first["holds"]["html"] == (
        '<h2>Salle &lt;1&gt;</h2><p>La <a href="/sport?a=1&amp;b">salle</a>ici</p>'
        '<p><img src="../photo" alt="La &quot;salle&quot;" /></p>'
    )
    assert video["holds"] == {"url": "https://youtu.be/abcdef", "name": "Visite"}
    assert last["holds"] == {"html": "<p>Ancien</p>"}
    assert [one.code for one in page.lost] == [PartLost.code]
    assert "listing" in str(page.lost[0])
    assert [section_of(row).kind for row in page.content.sections] == [
        "text", "video", "text",
    ]  # fmt: skip


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "value", "children", "text", "type", "url"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


@FEW
@given(json, st.sampled_from(["slate", "text", "image", "video", "html"]))
def test_no_block_breaks_the_page_it_stands_in(value, kind):
    row = {"@type": kind, "value": value, "text": value, "url": value, "html": value}
    found = taken("Document", **blocks(row, {"@type": "html", "html": "<p>ok</p>"}))
    assert "<p>ok</p>" in str(found.content.sections)


def test_sections_of_smartweb_become_rows_of_the_page():
    said = {"data": "<p>Ouvert</p>"}
    text = taken(
        "imio.smartweb.SectionText", text=said, alignment="top", hide_title=True,
        bootstrap_css_class={"token": "col-sm-6"}, review_state=None,
    )  # fmt: skip
    assert isinstance(text.content, Piece)
    section = section_of(text.content.row)
    assert (section.kind, section.width, section.title_shown) == ("text", 50, False)
    assert (section.holds.html, section.holds.place) == ("<p>Ouvert</p>", "top")
    video = taken("imio.smartweb.SectionVideo", video_url="https://youtu.be/abcdef")
    assert section_of(video.content.row).holds.url == "https://youtu.be/abcdef"
    for kind in ("Files", "Gallery", "Links", "HTML", "Postit", "ExternalContent"):
        assert section_of(taken(f"imio.smartweb.Section{kind}").content.row)
    with pytest.raises(PartLost):
        taken("imio.smartweb.SectionCollection")


def test_a_link_of_a_section_is_a_line_of_it():
    found = taken("imio.smartweb.BlockLink", remoteUrl="https://a.be/x").content
    assert found.line
    assert found.row["url"] == "https://a.be/x"
    links = {"id": "l", "kind": "links", "holds": {"links": [found.row]}}
    assert section_of(links).holds.links[0].text == "Résumé"


@pytest.mark.parametrize(
    "more",
    [
        {"procedure_url": "https://guichet.example/acte"},
        {"procedure_ts": {"token": "https://guichet.example/acte", "title": "Acte"}},
    ],
)
def test_a_procedure_keeps_the_address_of_its_form(more):
    found = taken("imio.smartweb.Procedure", **more).content
    assert isinstance(found, Procedure)
    assert found.form_url == "https://guichet.example/acte"


OFFICE = {
    "morningstart": "8:30", "morningend": "12:00", "afternoonstart": "",
    "afternoonend": "", "comment": "",
}  # fmt: skip
ALL_DAY = {**OFFICE, "morningend": "", "afternoonend": "17:00"}
CONTACT = {
    "type": {"token": "position"},
    "phones": [{"number": "+3281000000", "label": "Accueil", "type": "fax"}],
    "mails": [{"mail_address": "a@b.be", "label": None, "type": "work"}],
    "urls": [{"url": "https://a.be", "type": {"token": "facebook"}}],
    "private_phones": [{"number": "+32470000000", "type": "cell"}],
    "street": "Rue Haute", "number": "3", "complement": "bte 2", "zipcode": 5500,
    "city": "Dinant", "country": {"token": "be"},
    "geolocation": {"latitude": 50.2, "longitude": 4.9},
    "schedule": {"monday": OFFICE, "tuesday": ALL_DAY},
}  # fmt: skip


def test_a_contact_becomes_an_entry_and_what_is_private_stays_so():
    entry = taken("imio.directory.Contact", **CONTACT).content
    assert isinstance(entry, DirectoryEntry)
    assert entry.kind is EntryKind.FUNCTION
    assert entry.address.line == "Rue Haute 3 bte 2, 5500 Dinant"
    assert entry.phones[0].kind == "fax"
    assert entry.private.phones[0].number == "+32470000000"
    assert not entry.public().private.phones
    week = entry.hours.schedules[0].week
    assert [str(one) for one in week[0].intervals] == ["08:30-12:00"]
    assert [str(one) for one in week[1].intervals] == ["08:30-17:00"]
    assert not week[2].intervals
    bare = taken("imio.directory.Contact", geolocation={"latitude": 0, "longitude": 0})
    assert (bare.content.place, bare.content.hours.schedules) == (None, ())


def test_a_contact_that_reaches_nobody_is_refused():
    with pytest.raises(BadContact):
        taken("imio.directory.Contact", phones=[{"number": "12"}])


def test_an_event_of_smartweb_keeps_its_address_and_its_tickets():
    event = taken(
        "imio.events.Event", start="2026-10-18T06:00:00+00:00",
        street="Place", zipcode=5999, city="Valmont", free_entry=True,
        ticket_url="https://billets.example",
    ).content  # fmt: skip
    assert isinstance(event, Event)
    assert (event.address.postcode, event.free) == ("5999", True)
    assert event.ticket_url == "https://billets.example"

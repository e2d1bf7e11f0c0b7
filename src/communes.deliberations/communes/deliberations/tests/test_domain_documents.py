"""The documents of a meeting say what they must, and never what is closed."""

from communes.deliberations.domain.attendance import Movement
from communes.deliberations.domain.attendance import Passage
from communes.deliberations.domain.attendance import Presence
from communes.deliberations.domain.attendance import RollCall
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.document_html import paragraphs
from communes.deliberations.domain.documents import convocation
from communes.deliberations.domain.documents import deliberation
from communes.deliberations.domain.documents import extract
from communes.deliberations.domain.documents import full_agenda
from communes.deliberations.domain.documents import full_minutes_text
from communes.deliberations.domain.documents import public_agenda
from communes.deliberations.domain.documents import public_minutes_text
from communes.deliberations.domain.minutes import full_minutes
from communes.deliberations.domain.minutes import public_minutes
from communes.deliberations.domain.records import for_the_public
from communes.deliberations.domain.records import ItemRecord
from communes.deliberations.domain.records import MeetingRecord
from communes.deliberations.domain.records import UrgencyRecord
from communes.deliberations.domain.settings import COLLEGE
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.domain.votes import everybody
from communes.deliberations.domain.votes import with_value
from dataclasses import replace
from datetime import date
from datetime import time
from html.parser import HTMLParser
import pytest
import re


SEATS = (
    Seat("b", "Anne Lejeune", "bourgmestre", "f", group="majorite"),
    Seat("e", "Paul Dubois", "échevin", "m", group="majorite"),
    Seat("c", "Zoé Henry", "conseillère", "f", group="opposition"),
    Seat("x", "Luc Petit", "conseiller"),
    Seat("dg", "Marc Noël", "directeur général", "m", votes=False),
)
SECRETS = ("Licenciement", "Madame Untel", "faute grave", "SECRET-7", "personnel")
PUBLIC = ItemRecord(
    "i1",
    "1",
    "Compte 2022 & annexes",
    motivation="<p>Vu le compte ;</p>",
    decision="<p>Article 1er. Le compte est approuvé.</p>",
    reference="Réf. 20230522/1",
    votes=(with_value(everybody(SEATS[:3]), VoteValue.NO, group="opposition"),),
)
CLOSED = ItemRecord(
    "i2",
    "2",
    "Licenciement de Madame Untel",
    public=False,
    motivation="<p>Vu la faute grave ;</p>",
    decision="<p>Le contrat prend fin.</p>",
    reference="SECRET-7",
    votes=(everybody(SEATS[:2]),),
    service="personnel",
)
URGENT = ItemRecord("i3", "3", "Motion", state="delayed", list_type="urgent")
MEETING = MeetingRecord(
    assembly=CONSEIL,
    institution="Commune de Valmont-sur-Lesse",
    day=date(2023, 5, 22),
    roll=RollCall(
        SEATS,
        {
            "b": Presence.PRESENT,
            "e": Presence.PRESENT,
            "c": Presence.PRESENT,
            "x": Presence.EXCUSED,
            "dg": Presence.PRESENT,
        },
        passages=(Passage("c", Movement.LEAVES, "i2"),),
        withdrawals=(("i1", "e"), ("i2", "e")),
        order=("i1", "i2", "i3"),
    ),
    items=(PUBLIC, CLOSED, URGENT),
    urgencies=(UrgencyRecord(("i2", "i3"), SEATS[:3], 3),),
    opened_at=time(20),
    closed_at=time(22, 15),
    place="Maison communale",
    convened_on=date(2023, 5, 12),
    chair="b",
    secretary="dg",
)


def words(html):
    return re.sub(r"<[^>]+>", " ", html)


class Outline(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.open = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag != "br":
            self.open.append(tag)
        assert all(name == "class" for name, _value in attrs)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_minutes_tell_attendance_urgency_votes_and_decision():
    html = full_minutes_text(MEETING).html
    for expected in (
        "Procès-verbal de la séance du Conseil communal du lundi 22 mai 2023",
        "<h3>Présents</h3>",
        "<li>Madame Anne Lejeune, bourgmestre</li>",
        "<h3>Excusé</h3>",
        "La séance est ouverte à 20 heures sous la présidence de Madame Anne "
        "Lejeune, bourgmestre.",
        "Le Conseil communal déclare l'urgence (CDLD, art. L1122-24), à l'unanimité "
        "des membres présents (Madame Anne Lejeune, Monsieur Paul Dubois et Madame "
        "Zoé Henry), et porte à l'ordre du jour :",
        "<h3>1. Compte 2022 &amp; annexes</h3>",
        "par 2 voix pour, 1 voix contre (Madame Zoé Henry) et 0 abstention,",
        "<p>Article 1er. Le compte est approuvé.</p>",
        "Monsieur Paul Dubois se retire et ne prend part ni à l'examen de ce point "
        "ni au vote (CDLD, art. L1122-19).",
        "Le point est reporté.",
        "La séance est levée à 22 heures 15.",
    ):
        assert expected in html


def test_the_closed_part_comes_after_the_public_part():
    html = full_minutes_text(MEETING).html
    places = [
        html.index(part)
        for part in ("<h2>Séance publique", "3. Motion", "<h2>Huis clos", "2. Licen")
    ]
    assert places == sorted(places)


@pytest.mark.parametrize("document", [public_minutes_text, public_agenda])
def test_a_public_document_holds_no_word_of_a_closed_item(document):
    text = document(MEETING)
    for secret in SECRETS:
        assert secret not in text.html + text.title
    assert "2. Point à huis clos" in text.html


def test_the_public_minutes_do_not_tell_who_left_for_a_closed_item():
    told = [line for item in public_minutes(MEETING).items for line in item.movements]
    assert told == [
        "Monsieur Paul Dubois se retire et ne prend part ni à l'examen de ce point ni "
        "au vote (CDLD, art. L1122-19)."
    ]
    assert len([m for item in full_minutes(MEETING).items for m in item.movements]) == 3


def test_an_urgency_for_closed_items_only_is_not_public():
    meeting = replace(MEETING, urgencies=(UrgencyRecord(("i2",), SEATS[:3], 3),))
    assert for_the_public(meeting).urgencies == ()
    assert for_the_public(MEETING).urgencies[0].items == ("i3",)


def test_members_read_the_whole_agenda():
    html = full_agenda(MEETING).html
    assert "2. Licenciement de Madame Untel" in html
    assert "Lundi 22 mai 2023 à 20 heures – Maison communale" in html


def test_the_agenda_says_what_is_not_there_to_be_decided_and_hides_it_when_closed():
    kinds = ("information", "advice")
    items = tuple(
        replace(one, treatment=kind)
        for one, kind in zip(MEETING.items, kinds, strict=False)
    )
    meeting = replace(MEETING, items=items)
    assert "(pour information)" in full_agenda(meeting).html
    assert "(pour avis)" in full_agenda(meeting).html
    shown = public_agenda(meeting).html
    assert "(pour information)" in shown
    assert "(pour avis)" not in shown


def test_the_convocation_cites_its_article_and_says_where_and_when():
    text = words(convocation(MEETING).html)
    assert "Conformément à l'article L1122-13 du CDLD, nous avons l'honneur" in text
    assert "le lundi 22 mai 2023, à 20 heures, Maison communale." in text
    assert "Fait le 12 mai 2023." in text
    assert "Motion" not in text
    assert "1. Compte 2022" in text
    assert "Deuxième convocation" in convocation(replace(MEETING, call=2)).html


def test_a_deliberation_lists_who_is_in_the_room_at_its_item():
    html = deliberation(MEETING, PUBLIC).html
    assert "Séance publique" in html
    assert "Réf. 20230522/1" in html
    present, out = html.split("<h3>Sorti</h3>")
    assert "Paul Dubois, échevin" not in present
    assert "<li>Monsieur Paul Dubois, échevin</li>" in out
    assert "Séance à huis clos" in deliberation(MEETING, CLOSED).html


def test_an_extract_is_certified_and_signed():
    html = extract(MEETING, PUBLIC).html
    assert "Extrait du registre aux délibérations du Conseil communal" in html
    assert "Pour extrait conforme," in html
    assert "<p>Bourgmestre-Président</p><p>Anne Lejeune</p>" in html


def test_a_college_has_neither_public_nor_closed_part():
    meeting = replace(MEETING, assembly=COLLEGE, items=(CLOSED,), urgencies=())
    html = full_minutes_text(meeting).html
    assert "Huis clos" not in html
    assert "Licenciement" in html
    assert "huis clos" not in deliberation(meeting, CLOSED).html


def test_a_title_is_never_markup():
    hostile = replace(PUBLIC, title="<script>alert(1)</script>")
    meeting = replace(MEETING, items=(hostile,), urgencies=())
    for document in (full_minutes_text, full_agenda, convocation):
        assert "&lt;script&gt;" in document(meeting).html
        assert "<script" not in document(meeting).html
    assert "<script" not in extract(meeting, hostile).html


@pytest.mark.parametrize(
    "document", [full_minutes_text, public_minutes_text, full_agenda, convocation]
)
def test_documents_use_few_well_closed_tags(document):
    outline = Outline()
    outline.feed(document(MEETING).html)
    assert outline.open == []
    assert set(outline.tags) <= set("h1 h2 h3 p ol ul li section".split())


def test_plain_text_becomes_paragraphs():
    assert paragraphs("Un <b>\nDeux\n\n\nTrois") == (
        "<p>Un &lt;b&gt;<br />Deux</p><p>Trois</p>"
    )
    assert paragraphs("") == ""

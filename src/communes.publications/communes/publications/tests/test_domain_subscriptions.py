"""A wish is met, or it is not; feeds tell what everyone may read."""

from communes.publications.domain.publication.feed import publications_atom
from communes.publications.domain.publication.register import Entry
from communes.publications.domain.subscriptions.wish import DECISIONS
from communes.publications.domain.subscriptions.wish import letter
from communes.publications.domain.subscriptions.wish import News
from communes.publications.domain.subscriptions.wish import read_wish
from communes.publications.domain.subscriptions.wish import REGULATIONS
from communes.publications.domain.subscriptions.wish import wanted
from communes.publications.domain.subscriptions.wish import Wish
from communes.publications.domain.subscriptions.wish import wish_in_words
from datetime import datetime
from datetime import UTC
import pytest
from xml.etree import ElementTree


NEWS = News(
    REGULATIONS, "Ordonnance de circulation", "https://x", "circulation",
    ("Rue de l'Église",), "Le stationnement est interdit place du Marché.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (Wish(), True),
        (Wish(kinds=(DECISIONS,)), False),
        (Wish(matter="circulation"), True),
        (Wish(matter="dechets"), False),
        (Wish(street="rue de l'eglise"), True),
        (Wish(street="Place du marché"), True),
        (Wish(street="Église du Marché"), False),
        (Wish(words="stationne INTERDIT"), True),
        (Wish(words="stationnement kermesse"), False),
        (Wish(matter="circulation", street="rue neuve"), False),
    ],
)
def test_every_part_of_a_wish_is_met(wish, expected):
    assert wanted(wish, NEWS) is expected


def test_a_decision_is_known_by_the_name_of_its_matter():
    news = News(DECISIONS, "Point", "https://x", "Circulation et stationnement")
    assert wanted(Wish(matter="circulation"), news)
    assert not wanted(Wish(matter="dechets"), news)


def test_a_wish_travels_as_plain_values():
    wish = Wish("circulation", "Rue de l'Église", "parking", (DECISIONS,))
    assert read_wish(wish.as_data()) == wish
    assert read_wish({"kinds": "x", "words": None, "street": "x" * 500}) == Wish(
        street="x" * 100
    )
    assert wish_in_words(wish) == (
        "Décisions des assemblées, matière « Circulation et stationnement », "
        "« Rue de l'Église », mots « parking »."
    )


def test_a_letter_names_what_is_new():
    subject, text = letter("Valmont", [NEWS, NEWS])
    assert subject == "Valmont : Ordonnance de circulation (et 1 de plus)"
    assert text.count("https://x") == 2


def test_a_feed_tells_what_was_taken_back_without_its_words():
    entry = Entry(1, "u", "2026-1", "Titre secret", "avis",
                  datetime(2026, 1, 1, tzinfo=UTC), matter="dechets",
                  state="unpublished", reason="Erreur & faute",
                  withdrawn_at=datetime(2026, 2, 1, tzinfo=UTC))  # fmt: skip
    made = publications_atom(
        "Règlements", "https://x/f", "Valmont", [entry], "https://x"
    )
    root = ElementTree.fromstring(made)
    space = {"a": "http://www.w3.org/2005/Atom"}
    assert root.findtext("a:updated", namespaces=space).startswith("2026-02-01")
    assert root.findtext("a:entry/a:summary", namespaces=space) == (
        "Dépublié : Erreur & faute"
    )
    assert b"secret" not in made
    assert (
        publications_atom("R", "https://x", "V", [], "https://x").count(b"<entry") == 0
    )

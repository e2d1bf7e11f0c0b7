"""What is kept of entries, services, albums, news and messages is what may be."""

from communes.core.mailing.domain.errors import AddressRefused
from communes.web.domain.album import Album
from communes.web.domain.album import Photo
from communes.web.domain.album import refuse_unless_ready as refuse_album
from communes.web.domain.album import without_alternative
from communes.web.domain.contact import Address
from communes.web.domain.contact import checked_enterprise_number
from communes.web.domain.contact import Link
from communes.web.domain.contact import Mail
from communes.web.domain.contact import Phone
from communes.web.domain.contact import Place
from communes.web.domain.contact_form import ContactForm
from communes.web.domain.contact_form import Message
from communes.web.domain.contact_form import routed
from communes.web.domain.contact_form import Subject
from communes.web.domain.directory import confirmation_due
from communes.web.domain.directory import DirectoryEntry
from communes.web.domain.directory import PrivateData
from communes.web.domain.errors import BadCategory
from communes.web.domain.errors import BadContact
from communes.web.domain.errors import MessageRefused
from communes.web.domain.errors import NotReady
from communes.web.domain.news import latest
from communes.web.domain.news import News
from communes.web.domain.service import Authority
from communes.web.domain.service import Cost
from communes.web.domain.service import missing_of
from communes.web.domain.service import Named
from communes.web.domain.service import refuse_unless_ready
from communes.web.domain.service import ServiceSheet
from communes.web.domain.taxonomy import Category
from communes.web.domain.taxonomy import Taxonomy
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
import pytest


FEW = settings(max_examples=40, deadline=None)
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)


@FEW
@given(st.integers(0, 19_999_999))
def test_an_enterprise_number_holds_together(first):
    good = f"{first:08}{97 - first % 97:02}"
    assert checked_enterprise_number(f"BE {good[:4]}.{good[4:7]}.{good[7:]}") == good
    wrong = good[:-1] + str((int(good[-1]) + 1) % 10)
    with pytest.raises(BadContact):
        checked_enterprise_number(wrong)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Phone("081 23 45 67"),
        lambda: Phone("+0"),
        lambda: Phone("+1234567890123456"),
        lambda: Mail("nom"),
        lambda: Mail("nom@exemple.be\nBcc: x@exemple.be"),
        lambda: Link("javascript:alert(1)"),
        lambda: Link("https://x.example/ y"),
        lambda: Place(91, 0),
        lambda: Place(float("nan"), 4),
        lambda: DirectoryEntry("1", "T", NOW, enterprise_number="0123456789"),
    ],
)
def test_what_reaches_nobody_is_refused(make):
    with pytest.raises(BadContact):
        make()


def test_private_data_is_for_those_with_the_right():
    hidden = PrivateData((Phone("+32470123456"),), (Mail("prive@exemple.be"),), (), "n")
    entry = DirectoryEntry("1", "Boulangerie", NOW, private=hidden)
    said = repr(entry.public())
    for secret in ("+32470123456", "prive@exemple.be", "note='n'"):
        assert secret in repr(entry)
        assert secret not in said


def test_an_entry_is_confirmed_once_a_year():
    entry = DirectoryEntry("1", "T", NOW, confirmed_on=date(2024, 2, 29))
    assert not confirmation_due(entry, date(2025, 2, 28))
    assert confirmation_due(entry, date(2025, 3, 1))
    never = replace(entry, confirmed_on=None)
    assert confirmation_due(never, date(2027, 11, 23))
    assert not confirmation_due(never, date(2027, 11, 22))


def test_an_address_is_one_line():
    assert Address("Rue Haute", "3", "5000", "Namur").line == "Rue Haute 3, 5000 Namur"
    assert Address(town="Namur").line == "Namur"
    assert Address().line == ""


AUTHORITY = Authority("pop", "Population", "http://x.example/nis/92094")
SHEET = ServiceSheet("acte", "Acte de naissance", "Copie d'un acte.", AUTHORITY)


def test_a_service_that_says_all_is_ready():
    assert missing_of(SHEET) == ()
    refuse_unless_ready(SHEET)
    refuse_unless_ready(replace(SHEET, form="naissance"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": ""}, "identifiant"),
        ({"title": " "}, "titre"),
        ({"description": ""}, "description"),
        ({"authority": None}, "service responsable"),
        ({"authority": replace(AUTHORITY, spatial="")}, "territoire"),
        ({"authority": replace(AUTHORITY, name="")}, "nom du service"),
        ({"pieces": (Named("p", ""),)}, "intitulé"),
        ({"costs": (Cost("c", Decimal("-1")),)}, "négatif"),
        ({"rules": (Named("r", "Code"),)}, "règle"),
        ({"costs": (Cost("", Decimal(1)),)}, "coût"),
        ({"form": "f", "form_url": "https://x.example"}, "un seul lien"),
    ],
)
def test_a_service_says_what_it_lacks(change, said):
    with pytest.raises(NotReady, match=said):
        refuse_unless_ready(replace(SHEET, **change))


def test_an_album_without_words_is_not_shown():
    seen = Photo("1", "https://x.example/1.jpg", "Le marché de Noël sous la neige")
    silent = Photo("2", "https://x.example/2.jpg", "  ")
    album = Album("a", "Noël", (seen, silent), consent_checked=True)
    assert without_alternative(album) == (silent,)
    with pytest.raises(NotReady, match="1 photo"):
        refuse_album(album)
    refuse_album(replace(album, photos=(seen,)))
    with pytest.raises(NotReady, match="droit à l'image"):
        refuse_album(replace(album, photos=(seen,), consent_checked=False))
    with pytest.raises(NotReady, match="au moins une photo"):
        refuse_album(replace(album, photos=()))


def test_news_is_shown_from_its_day_to_its_end():
    def one(id, days, expires=None):
        return News(id, id, NOW + timedelta(days=days), NOW, expires=expires)

    news = (one("old", -2), one("new", -1), one("later", 1), one("over", -3, NOW))
    assert [each.id for each in latest(news, NOW, 5)] == ["new", "old"]
    assert [each.id for each in latest(news, NOW, 1)] == ["new"]


FORM = ContactForm("c", "Contact", (Subject("s", "Voirie", "works"),), "J'accepte")
MESSAGE = Message("Jean\nDupont", " jean@Exemple.be", "s", " Un trou. ", True)


def test_a_message_goes_to_the_service_of_its_subject():
    kept, subject = routed(FORM, MESSAGE)
    assert subject.service == "works"
    assert (kept.name, kept.address, kept.text) == (
        "Jean Dupont", "jean@exemple.be", "Un trou.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": " "}, "name"),
        ({"subject": "other"}, "subject"),
        ({"text": ""}, "text"),
        ({"text": "x" * 10_001}, "text"),
        ({"consented": False}, "consented"),
    ],
)
def test_a_message_that_lacks_something_is_refused_at_its_field(change, field):
    with pytest.raises(MessageRefused) as caught:
        routed(FORM, replace(MESSAGE, **change))
    assert caught.value.field == field
    with pytest.raises(AddressRefused):
        routed(FORM, replace(MESSAGE, address="jean"))


TREE = Taxonomy(
    [
        Category("sport", "Sport"),
        Category("culture", "Culture"),
        Category("ball", "Ballon", "sport"),
        Category("foot", "Football", "ball"),
    ]
)


def test_a_filter_finds_what_is_below():
    assert TREE.within("sport") == {"sport", "ball", "foot"}
    assert [one.id for one in TREE.path("foot")] == ["sport", "ball", "foot"]
    assert [one.id for one in TREE.below()] == ["sport", "culture"]


@pytest.mark.parametrize(
    "rows",
    [
        [Category("a", "A"), Category("a", "A")],
        [Category("a", "A", "b")],
        [Category("a", "A", "a")],
        [Category("a", "A", "b"), Category("b", "B", "a")],
    ],
)
def test_a_tree_has_no_twin_no_orphan_and_no_circle(rows):
    with pytest.raises(BadCategory):
        Taxonomy(rows)


@FEW
@given(st.lists(st.integers(-1, 8), min_size=1, max_size=9))
def test_what_a_tree_takes_has_a_way_up_for_all(parents):
    rows = [
        Category(str(number), "C", str(parent) if parent >= 0 else "")
        for number, parent in enumerate(parents)
    ]
    try:
        tree = Taxonomy(rows)
    except BadCategory:
        return
    for one in rows:
        first = tree.path(one.id)[0]
        assert first.parent == ""
        assert one.id in tree.within(first.id)

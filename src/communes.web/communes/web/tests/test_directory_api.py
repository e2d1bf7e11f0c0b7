"""The directory keeps what is right, shows what is public, and nothing else."""

from communes.core.access.errors import MayNot
from communes.core.access.errors import MissingField
from communes.core.access.errors import StaleRevision
from communes.core.access.errors import UnknownField
from communes.web.api.contents import by_external_id
from communes.web.directory import api as door
from communes.web.directory import exceptional
from communes.web.directory import listing
from communes.web.directory import private
from communes.web.domain.clock import BRUSSELS
from communes.web.domain.directory_errors import NotEmptyEntry
from communes.web.domain.errors import BadCategory
from communes.web.domain.errors import BadContact
from communes.web.domain.errors import BadHours
from communes.web.domain.reading import BadValue
from communes.web.domain.schedule.record import SpecialDays
from communes.web.gone.api import gone_path
from communes.web.gone.api import gone_uid
from communes.web.tests import places
from datetime import date
from datetime import datetime
import json
from plone import api
from plone.app.testing import logout
import pytest


MONDAY = datetime(2026, 11, 23, 9, tzinfo=BRUSSELS)


@pytest.fixture
def directory(portal):
    return places.make_directory(portal)


def titles(directory, **wanted):
    found = listing.find(directory, listing.Wanted(**wanted), MONDAY)
    return [one.title for one in found]


def test_numbers_are_kept_as_the_world_calls_them(directory):
    entry = door.read_entry(directory["bibliotheque-communale"])
    assert [one.number for one in entry.phones] == ["+3282123456"]
    assert entry.address.line == "Rue Haute 3, 5999 Valmont-sur-Lesse"


@pytest.mark.parametrize(
    ("values", "refusal", "field"),
    [
        ({"title": " "}, MissingField, "title"),
        ({"phones": [{"number": "12"}]}, BadContact, "phones"),
        ({"enterprise_number": "0123"}, BadContact, "enterprise_number"),
        ({"categories": ["inconnue"]}, BadCategory, "categories"),
        ({"entity": "12345"}, BadCategory, "entity"),
        ({"kind": "personne"}, BadValue, "kind"),
        ({"private": {}}, UnknownField, "private"),
        ({"confirmed_on": "demain"}, BadValue, "confirmed_on"),
        ({"hours": {"schedules": [{"name": "x", "week": [
            {"intervals": ["08:99-12:00"]}] * 7}]}}, BadHours, "hours"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_by_its_field_and_changes_nothing(
    directory, values, refusal, field
):
    entry = directory["bibliotheque-communale"]
    before = door.entry_values(entry)
    with places.acting("Manager"), pytest.raises(refusal) as refused:
        door.edit_entry(entry, {"subtitle": "Autre", **values})
    assert refused.value.field == field
    assert door.entry_values(entry) == before


def test_two_who_write_at_once_are_told(directory):
    entry = directory["bibliotheque-communale"]
    with places.acting("Manager"):
        read = entry.revision
        door.edit_entry(entry, {"subtitle": "Un"}, read)
        with pytest.raises(StaleRevision):
            door.edit_entry(entry, {"subtitle": "Deux"}, read)
    assert door.read_entry(entry).subtitle == "Un"


def test_entries_are_found_by_word_category_facility_and_hour(directory):
    logout()
    assert titles(directory) == ["=Boulangerie Dupont", "Bibliothèque communale"]
    assert titles(directory, words="biblio") == ["Bibliothèque communale"]
    assert titles(directory, words="rue haute (") == ["Bibliothèque communale"]
    assert titles(directory, category="services") == ["Bibliothèque communale"]
    assert titles(directory, facility="wifi") == ["Bibliothèque communale"]
    assert titles(directory, entity="99901") == ["Bibliothèque communale"]
    assert titles(directory, open_now=True) == ["Bibliothèque communale"]
    assert titles(directory, kind="mission") == []


def test_choices_count_what_they_would_leave(directory):
    logout()
    wanted = listing.Wanted(facility="wifi")
    found = listing.find(directory, wanted, MONDAY)
    facets = listing.facets(directory, wanted, MONDAY, found)
    assert facets.categories == {"services": 1, "culture": 1}
    assert facets.facilities == {"wifi": 1, "wheelchair_access": 2}


def test_what_is_not_published_is_for_who_keeps_the_directory(directory):
    with places.acting("Manager"):
        assert "Projet secret" in titles(directory)
        assert "Projet secret" not in titles(directory, published=True)
    logout()
    assert "Projet secret" not in titles(directory)
    assert titles(directory, words="secret") == []


def test_private_data_is_in_no_record_index_or_value(directory):
    entry = directory["bibliotheque-communale"]
    catalog = api.portal.get_tool("portal_catalog")
    rid = catalog.getrid("/".join(entry.getPhysicalPath()))
    kept = json.dumps(
        [catalog.getIndexDataForRID(rid), catalog.getMetadataForRID(rid),
         door.entry_values(entry)], default=str,
    )  # fmt: skip
    for secret in (places.SECRET, "470999888", places.NOTE, "voisine", "cle@"):
        assert secret not in kept
    # What is not private is there: the test looks at the right place.
    assert "biblio@valmont.example" in kept


@pytest.mark.parametrize(
    ("role", "reads", "writes"),
    [
        ("Anonymous", False, False),
        ("Member", False, False),
        ("WebContributor", False, False),
        ("WebEditor", False, False),
        ("WebValidator", False, False),
        ("AgendaManager", False, False),
        ("DirectoryManager", True, True),
        ("WebManager", True, True),
    ],
)
def test_private_data_has_rights_of_its_own(directory, role, reads, writes):
    entry = directory["bibliotheque-communale"]
    with places.acting(role):
        assert private.may_read_private(entry) is reads
        assert private.may_write_private(entry) is writes
        if reads:
            assert private.private_data(entry).note == places.NOTE
            return
        with pytest.raises(MayNot):
            private.private_data(entry)
        with pytest.raises(MayNot):
            private.edit_private(entry, {"note": "x"})


@pytest.mark.parametrize("role", ["Anonymous", "Member", "WebEditor", "AgendaManager"])
def test_who_does_not_keep_the_directory_makes_no_entry(directory, role):
    with places.acting(role):
        assert not door.may_keep(directory)
        with pytest.raises(MayNot):
            door.create_entry(directory, {"title": "x"})
        with pytest.raises(MayNot):
            door.edit_directory(directory, {"title": "x"})


def test_exceptional_days_are_for_all_the_places_or_for_none(directory):
    library = directory["bibliotheque-communale"]
    bakery = directory["boulangerie-dupont"]
    days = SpecialDays(date(2026, 12, 24), date(2026, 12, 31), "Fêtes")
    with places.acting("WebContributor"), pytest.raises(MayNot):
        exceptional.close_on([library, bakery], days)
    with places.acting("Manager"):
        exceptional.close_on([library, bakery], days)
        again = SpecialDays(days.first, days.last, "Congés de fin d'année")
        exceptional.close_on([library], again)
    assert door.read_entry(library).hours.exceptions == (again,)
    assert door.read_entry(bakery).hours.exceptions == (days,)
    with places.acting("Manager"):
        exceptional.forget_days(library, days.first, days.last)
    assert door.read_entry(library).hours.exceptions == ()


def test_a_category_that_moves_takes_its_entries_along(directory):
    moved = [
        {"id": "commerces", "title": "Commerces"},
        {"id": "culture", "title": "Culture", "parent": "commerces"},
    ]
    with places.acting("Manager"):
        door.edit_directory(directory, {"tree": moved})
    logout()
    assert "Bibliothèque communale" in titles(directory, category="commerces")


def test_a_tree_with_a_circle_is_refused(directory):
    circle = [
        {"id": "a", "title": "A", "parent": "b"},
        {"id": "b", "title": "B", "parent": "a"},
    ]
    with places.acting("Manager"), pytest.raises(BadCategory):
        door.edit_directory(directory, {"tree": circle})
    assert door.categories(directory)[0].id == "services"


def test_an_external_id_makes_one_entry(directory):
    with places.acting("Manager"):
        made = door.create_entry(directory, {"title": "Piscine", "external_id": "p-1"})
    assert by_external_id("p-1") == made
    assert door.find_by_external_id(directory, "p-1") == made
    assert door.find_by_external_id(directory, "p-2") is None


def test_what_is_taken_away_is_remembered_when_everybody_could_read_it(
    portal, directory
):
    library = directory["bibliotheque-communale"]
    uid, secret = library.UID(), directory["projet-secret"].UID()
    with places.acting("Manager"):
        inside = door.create_entry(library, {"title": "Section jeunesse"})
        with pytest.raises(NotEmptyEntry):
            door.delete_entry(library)
        door.delete_entry(inside)
        door.delete_entry(library)
        door.delete_entry(directory["projet-secret"])
    assert gone_uid(portal, uid).path == "annuaire/bibliotheque-communale"
    assert gone_path(portal, "annuaire/bibliotheque-communale").uid == uid
    assert gone_uid(portal, secret) is None

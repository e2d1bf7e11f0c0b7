"""The pages and files of the directory: true, open to all, and without secrets."""

from communes.web.browser.directory import opened
from communes.web.browser.gone.page import Followed
from communes.web.browser.gone.page import PermanentEntry
from communes.web.directory import api as door
from communes.web.domain.clock import BRUSSELS
from communes.web.tests import places
from communes.web.tests.places import page
from communes.web.tests.places import post
from datetime import datetime
from io import BytesIO
import json
from plone import api
from plone.app.testing import logout
from Products.ZCatalog.CatalogBrains import AbstractCatalogBrain
import pytest
from zExceptions import Forbidden
from zExceptions import NotFound
from zExceptions import Unauthorized
from zipfile import ZipFile


@pytest.fixture
def directory(portal):
    return places.make_directory(portal)


@pytest.fixture
def library(directory):
    return directory["bibliotheque-communale"]


@pytest.fixture
def at(monkeypatch):
    """Let the clocks of the commune show a time."""

    class Clock(datetime):
        shown = datetime(2026, 11, 23, 11, 59, tzinfo=BRUSSELS)

        @classmethod
        def now(cls, zone=None):
            return cls.shown

    monkeypatch.setattr(opened, "datetime", Clock)

    def set_to(text):
        Clock.shown = datetime.fromisoformat(text).replace(tzinfo=BRUSSELS)

    set_to("2026-11-23T11:59")
    return set_to


def headers(view):
    """Return what a stranger's page says of itself, and the page."""
    text = view()
    response = view.request.response
    return text, response.getHeader("ETag"), response.getHeader("Cache-Control")


def test_a_citizen_finds_who_is_open_and_how_to_call(directory, at):
    logout()
    said = page(directory)()
    for words in ("Bibliothèque communale", "Ouvert", "jusqu'à 12", "082 12 34 56",
                  "Services communaux (1)", "Par catégorie", "2 fiches"):  # fmt: skip
        assert words in said
    for words in ("Projet secret", "Nouvelle fiche", places.SECRET, "Propositions"):
        assert words not in said
    said = page(directory, q="zzz")()
    assert "Aucune fiche trouvée." in said


def test_a_page_is_kept_until_what_it_says_changes(directory, library, at):
    logout()
    for context, form in ((directory, {}), (directory, {"ouvert": "1"}), (library, {})):
        at("2026-11-23T11:59")
        said, before, kept = headers(page(context, **form))
        assert "s-maxage=60" in kept
        assert "Ouvert" in said
        at("2026-11-23T12:00")
        said, after, kept = headers(page(context, **form))
        assert before != after
        assert "s-maxage=120" in kept
        at("2026-11-23T12:01")
        # Nothing changed since: whoever has the page has the right one.
        assert headers(page(context, **form))[1] == after
    at("2026-11-23T12:01")
    assert "Bibliothèque" not in page(directory, ouvert="1")()
    assert "ouvre à 13" in page(directory)()


def test_nobody_is_told_at_a_moment_that_is_over(directory, library, at):
    """A stranger's copy is never older than the change it would deny."""
    logout()
    at("2026-11-23T11:59")
    _said, etag, _kept = headers(page(library))
    request = api.portal.get().REQUEST
    request.environ["HTTP_IF_NONE_MATCH"] = etag
    try:
        assert page(library)() == ""
        at("2026-11-23T12:00")
        assert "Fermé" in page(library)()
    finally:
        del request.environ["HTTP_IF_NONE_MATCH"]


def test_an_entry_says_all_that_is_for_everybody(library, at):
    logout()
    said = page(library)()
    for words in ("Des livres pour tous", "Rue Haute 3", "082 12 34 56",
                  "8\u00a0h\u00a030", "Wifi", "Culture", "carte.vcf"):  # fmt: skip
        assert words in said
    for words in (places.SECRET, places.NOTE, "cle@", "Données privées", "Modifier"):
        assert words not in said
    (node,) = (one for one in places.machines(said) if "telephone" in one)
    assert node["telephone"] == ["+3282123456"]
    assert node["openingHoursSpecification"][0]["opens"] == "08:30"


@pytest.mark.parametrize(
    "name", ["fiches.csv", "fiches.xlsx", "fiches.ods", "fiches.vcf", "fiches.geojson"]
)
def test_files_hold_what_anybody_reads_whoever_asks(directory, name):
    with places.acting("Manager"):
        data = page(directory, name)()
    if name.endswith(("xlsx", "ods")):
        with ZipFile(BytesIO(data)) as parts:
            data = b"".join(parts.read(one) for one in parts.namelist())
    assert b"Biblioth" in data
    for secret in (places.SECRET[3:], places.NOTE, "cle@", "Projet secret"):
        assert secret.encode() not in data


def test_a_formula_is_text_in_a_table(directory):
    lines = page(directory, "fiches.csv")().decode("utf-8-sig").splitlines()
    assert lines[1].startswith("'=Boulangerie") or lines[1].startswith("\"'=Boul")
    assert "082 12 34 56" in lines[2]


def test_a_layer_of_the_map_holds_its_places(directory, library):
    found = json.loads(page(directory, "fiches.geojson", equipement="wifi")())
    (feature,) = found["features"]
    assert feature["geometry"]["coordinates"] == [4.91, 50.26]
    assert feature["properties"]["categories"] == ["Culture"]
    assert feature["id"] == library.UID()


def test_a_card_goes_into_an_address_book(library):
    logout()
    data = page(library, "carte.vcf")()
    assert data.startswith(b"BEGIN:VCARD\r\nVERSION:4.0")
    assert b"TEL;VALUE=uri" in data and b"+3282123456" in data
    assert places.SECRET.encode() not in data


def test_a_secretary_writes_the_week_and_copies_monday(library):
    boxes = {"h0.name": "Horaire", "h0.0.0": "09:00", "h0.0.1": "12:00",
             "h0.0.2": "13:00", "h0.0.3": "00:00", "h0.5.c": "Sur demande"}  # fmt: skip
    with places.acting("Manager"):
        shown = post(library, "horaires", geste="recopier:0", **boxes)
        assert shown.count('value="13:00"') == 5
        read = {"revision": str(library.revision), "closed_on_holidays": "1"}
        post(library, "horaires", garder="1", **read, **boxes)
    (schedule,) = door.read_entry(library).hours.schedules
    assert [str(one) for one in schedule.week[0].intervals] == [
        "09:00-12:00", "13:00-24:00"
    ]  # fmt: skip
    assert schedule.week[5].comment == "Sur demande"


def test_what_was_typed_stays_when_it_is_wrong(library):
    with places.acting("Manager"):
        said = post(library, "horaires", garder="1",
                    **{"h0.0.0": "12:00", "h0.0.1": "12:00"})  # fmt: skip
    assert "12:00" in said
    assert "ne sont pas valables" in said
    assert len(door.read_entry(library).hours.schedules) == 1


def test_exceptional_days_take_four_boxes_for_many_places(directory, library):
    form = {"first": "2026-12-24", "last": "", "label": "Réveillon", "way": "ouvert",
            "opens": "09:00", "closes": "12:00", "places": [library.UID()]}  # fmt: skip
    with places.acting("Manager"):
        assert "Où" in page(directory, "horaires-exceptionnels")()
        post(directory, "horaires-exceptionnels", garder="1", **form)
        said = page(library, "horaire-exceptionnel")()
        assert "Réveillon" in said
        refused = post(directory, "horaires-exceptionnels", **{**form, "label": ""})
        assert "Motif" in refused
        post(library, "horaire-exceptionnel-retirer", premier="2026-12-24",
             dernier="2026-12-24")  # fmt: skip
    assert door.read_entry(library).hours.exceptions == ()


def test_a_form_makes_and_changes_an_entry(directory):
    form = {"title": "Piscine", "kind": "organisation", "categories": ["culture"],
            "phones.lignes": "1", "phones.0.number": "082/98.76.54",
            "phones.0.kind": "work", "latitude": "50,3", "longitude": "4,9",
            "street": "Rue Basse", "town": "Valmont"}  # fmt: skip
    with places.acting("Manager"):
        post(directory, "nouvelle-fiche", garder="1", **form)
        made = directory["piscine"]
        assert "082 98 76 54" in page(made, "modifier")()
        again = {**form, "phones.0.number": "", "revision": str(made.revision)}
        post(made, "modifier", garder="1", **again)
        wrong = post(made, "modifier", garder="1", **{**form, "latitude": "nord"})
    assert "des degrés" in wrong and "nord" in wrong
    record = door.read_entry(made)
    assert (record.phones, record.place.latitude) == ((), 50.3)


def test_a_row_more_writes_nothing(directory):
    with places.acting("Manager"):
        said = post(
            directory, "nouvelle-fiche", geste="ajouter:phones", title="Piscine"
        )
    assert 'name="phones.2.number"' in said and "Piscine" in said
    # Each box has a label of its own, told to who does not see the head of the rows.
    assert 'for="field-phones.2.number"' in said
    assert said.count('id="field-phones"') == 1
    assert "piscine" not in directory


def test_categories_are_lines_and_keep_their_ids(directory):
    tree = "Services communaux\n- Culture\n- - Musées\nCommerces"
    with places.acting("Manager"):
        assert "- Culture" in page(directory, "reglages")()
        post(directory, "reglages", title="Annuaire", tree=tree, garder="1",
             revision=str(directory.revision))  # fmt: skip
        wrong = post(
            directory, "reglages", title="Annuaire", tree="- - Trop", garder="1"
        )
    assert "n'a pas sa place" in wrong
    found = [(one.id, one.parent) for one in door.categories(directory)]
    assert found[1:3] == [("culture", "services"), ("musees", "culture")]


def test_only_who_may_opens_private_data_and_forms(directory, library):
    pages = [(library, "donnees-privees"), (library, "modifier"), (library, "horaires"),
             (library, "horaire-exceptionnel"), (directory, "nouvelle-fiche"),
             (directory, "reglages"), (directory, "propositions"),
             (directory, "horaires-exceptionnels")]  # fmt: skip
    logout()
    for context, name in pages:
        with pytest.raises(Unauthorized):
            context.restrictedTraverse(name)
    with places.acting("DirectoryManager"):
        assert places.NOTE in page(library, "donnees-privees")()
        post(library, "donnees-privees", note="Autre", garder="1")
    assert library.private["note"] == "Autre"


def test_a_form_of_another_site_changes_nothing(library):
    with places.acting("Manager"):
        with pytest.raises(Forbidden):
            page(library, "modifier", "POST", title="Piraté", garder="1")()
    assert library.title == "Bibliothèque communale"


def test_what_is_gone_says_so_at_both_its_addresses(portal, directory, library):
    uid = library.UID()
    permanent = PermanentEntry(portal, portal.REQUEST)
    assert permanent.publishTraverse(portal.REQUEST, uid)() == ""
    assert portal.REQUEST.response.getHeader("Location") == library.absolute_url()
    with places.acting("Manager"):
        door.delete_entry(library)
    logout()
    found = Followed(directory, portal.REQUEST)
    said = found.publishTraverse(portal.REQUEST, "bibliotheque-communale")()
    assert "quitté l'annuaire" in said and "Bibliothèque" not in said
    assert portal.REQUEST.response.getStatus() == 410
    again = PermanentEntry(portal, portal.REQUEST)
    assert "quitté" in again.publishTraverse(portal.REQUEST, uid)()
    with pytest.raises(NotFound):
        found.publishTraverse(portal.REQUEST, "jamais-vu")
    with pytest.raises(NotFound):
        PermanentEntry(portal, portal.REQUEST).publishTraverse(portal.REQUEST, "x")()


def test_lists_and_files_wake_no_entry(directory, monkeypatch, at):
    woken = []
    for name in ("getObject", "_unrestrictedGetObject"):
        monkeypatch.setattr(
            AbstractCatalogBrain, name, lambda self: woken.append(self.getPath())
        )
    logout()
    page(directory)()
    page(directory, "fiches.csv")()
    page(directory, "fiches.geojson")()
    assert woken == []

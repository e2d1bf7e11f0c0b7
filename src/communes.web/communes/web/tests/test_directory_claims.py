"""Who knows a place proposes, who keeps the directory decides, letters lead there."""

from communes.core.access.errors import MayNot
from communes.core.mailing.domain.errors import AddressRefused
from communes.core.protection import api as protection
from communes.web.directory import api as door
from communes.web.directory import claims
from communes.web.directory import confirming
from communes.web.directory import storage
from communes.web.directory.links import CLAIM
from communes.web.directory.links import CONFIRM
from communes.web.directory.links import link
from communes.web.domain.directory_errors import LinkRefused
from communes.web.domain.directory_errors import NoSuchClaim
from communes.web.domain.directory_errors import NothingProposed
from communes.web.domain.errors import BadContact
from communes.web.tests import places
from communes.web.tests.places import page
from communes.web.tests.places import post
from datetime import date
from datetime import timedelta
from plone.app.testing import logout
import pytest
from urllib.parse import parse_qs
from urllib.parse import urlsplit


TODAY = date(2026, 11, 23)
MERCHANT = "patron@pain.example"


@pytest.fixture
def directory(portal):
    return places.make_directory(portal)


@pytest.fixture
def bakery(directory):
    return directory["boulangerie-dupont"]


@pytest.fixture
def letters(monkeypatch):
    """Return the letters that are sent, by their id."""
    sent = {}

    def keep(site, id, address, subject, text):
        sent[id] = (address, subject, text)

    monkeypatch.setattr(claims, "send_once", keep)
    monkeypatch.setattr(confirming, "send_once", keep)
    return sent


def token(entry, purpose=CLAIM, address=MERCHANT, day=TODAY):
    url = link(entry, purpose, "proposer", address, day)
    return parse_qs(urlsplit(url).query)["jeton"][0]


def proposed(entry, **values):
    claims.propose(entry, token(entry), values, values.pop("note", ""), TODAY)


def test_the_answer_is_the_same_for_every_address(bakery, letters, monkeypatch):
    monkeypatch.setattr(protection, "check_stamp", lambda *given: None)
    logout()
    said = page(bakery, "corriger", "POST", courriel=MERCHANT, garder="1")()
    assert "Si cette adresse est juste" in said and MERCHANT not in said
    ((address, _subject, text),) = letters.values()
    assert address == MERCHANT and "/proposer?jeton=" in text
    page(bakery, "corriger", "POST", courriel=MERCHANT, garder="1")()
    assert len(letters) == 1
    assert "adresse" in page(bakery, "corriger", "POST", courriel="x", garder="1")()
    with pytest.raises(AddressRefused):
        claims.ask_link(bakery, "personne", TODAY)


def test_a_machine_gets_no_link(bakery, letters):
    logout()
    page(bakery, "corriger", "POST", courriel=MERCHANT, site_web="x", garder="1")()
    assert letters == {}


@pytest.mark.parametrize("broken", ["", "x", "x.y", "é.é"])
def test_a_link_that_is_not_ours_opens_nothing(bakery, broken):
    with pytest.raises(LinkRefused):
        claims.claimant(bakery, broken, TODAY)


def test_a_link_is_of_one_entry_one_purpose_and_some_days(directory, bakery):
    other = directory["bibliotheque-communale"]
    good = token(bakery)
    assert claims.claimant(bakery, good, TODAY + timedelta(days=7)) == MERCHANT
    with pytest.raises(LinkRefused):
        claims.claimant(bakery, good, TODAY + timedelta(days=8))
    with pytest.raises(LinkRefused):
        claims.claimant(other, good, TODAY)
    with pytest.raises(LinkRefused):
        confirming.read_link(bakery, good, TODAY)


def test_a_proposal_waits_and_changes_nothing(directory, bakery, letters):
    before = door.entry_values(bakery)
    proposed(bakery, phones=[{"number": "0470 99 99 99"}], note="Fermé le lundi")
    assert door.entry_values(bakery) == before
    with places.acting("DirectoryManager"):
        (claim,) = claims.claims(directory)
        said = page(directory, "propositions")()
    assert list(claim.values) == ["phones"]
    for words in (MERCHANT, "0470 99 99 99", "0470 11 12 22", "Fermé le lundi"):
        assert words in said


def test_what_may_not_be_proposed_is_left_out(bakery):
    with pytest.raises(NothingProposed):
        proposed(bakery, title="Autre", facilities=["wifi"], kind="mission")
    with pytest.raises(NothingProposed):
        proposed(bakery, phones=[{"number": "0470111222", "kind": "cell"}])
    with pytest.raises(BadContact):
        proposed(bakery, mails=[{"address": "personne"}])


def test_who_keeps_the_directory_accepts_once(directory, bakery, letters):
    proposed(bakery, mails=[{"address": MERCHANT}])
    with places.acting("DirectoryManager"):
        (claim,) = claims.claims(directory)
        post(directory, "proposition-accepter", id=claim.id)
        with pytest.raises(NoSuchClaim):
            claims.accept(directory, claim.id)
        assert claims.claims(directory) == []
    assert door.read_entry(bakery).mails[0].address == MERCHANT
    assert storage.private_of(bakery).keeper == MERCHANT
    assert bakery.confirmed_on
    ((address, _subject, text),) = letters.values()
    assert address == MERCHANT and bakery.absolute_url() in text


def test_a_refusal_says_why(directory, bakery, letters):
    proposed(bakery, description="Achetez ici")
    with places.acting("DirectoryManager"):
        (claim,) = claims.claims(directory)
        post(directory, "proposition-refuser", id=claim.id, motif="C'est une réclame.")
        assert claims.claims(directory) == []
    assert door.read_entry(bakery).description == ""
    ((_address, _subject, text),) = letters.values()
    assert "C'est une réclame." in text


@pytest.mark.parametrize("role", ["Anonymous", "Member", "WebEditor", "WebContributor"])
def test_nobody_else_reads_or_decides(directory, bakery, letters, role):
    proposed(bakery, description="Du pain")
    with places.acting("Manager"):
        (claim,) = claims.claims(directory)
    with places.acting(role):
        for act in (lambda: claims.claims(directory),
                    lambda: claims.accept(directory, claim.id),
                    lambda: claims.refuse(directory, claim.id, "x")):  # fmt: skip
            with pytest.raises(MayNot):
                act()


def test_proposals_go_with_their_entry(directory, bakery, letters):
    proposed(bakery, description="Du pain")
    with places.acting("Manager"):
        door.delete_entry(bakery)
        assert claims.claims(directory) == []


def test_a_merchant_corrects_without_an_account(directory, bakery, letters):
    logout()
    given = token(bakery, day=date.today())
    assert "0470 11 12 22" in page(bakery, "proposer", jeton=given)()
    form = {"jeton": given, "phones.lignes": "1", "phones.0.number": "0470 11 12 22",
            "phones.0.kind": "cell", "h0.1.0": "07:00", "h0.1.1": "12:30"}  # fmt: skip
    said = page(bakery, "proposer", "POST", garder="1", **form)()
    assert "transmise" in said
    said = page(bakery, "proposer", "POST", garder="1", **form)()
    with places.acting("Manager"):
        waiting = claims.claims(directory)
        claims.accept(directory, waiting[0].id)
    (schedule,) = door.read_entry(bakery).hours.schedules
    assert str(schedule.week[1].intervals[0]) == "07:00-12:30"
    with pytest.raises(LinkRefused):
        page(bakery, "proposer", jeton="x.y")()


def test_the_yearly_link_confirms_by_its_button_alone(directory, letters):
    library = directory["bibliotheque-communale"]
    logout()
    given = token(library, CONFIRM, "cle@valmont.example", date.today())
    assert "toujours justes" in page(library, "confirmer", jeton=given)()
    assert not library.confirmed_on
    said = page(library, "confirmer", "POST", jeton=given, garder="1")()
    assert "confirmée pour un an" in said
    assert library.confirmed_on == date.today().isoformat()
    revision = library.revision
    page(library, "confirmer", "POST", jeton=given, garder="1")()
    assert library.revision == revision


def test_keepers_are_asked_a_year_after_and_not_every_day(portal, directory, letters):
    library = directory["bibliotheque-communale"]
    modified = door.read_entry(library).modified.date()
    assert confirming.due(modified) == []
    later = modified + timedelta(days=367)
    assert library.UID() in confirming.due(later)
    assert confirming.ask(portal, library, later)
    assert not confirming.ask(portal, library, later + timedelta(days=29))
    assert confirming.ask(portal, library, later + timedelta(days=31))
    # Nobody is asked about an entry without a keeper.
    assert not confirming.ask(portal, directory["boulangerie-dupont"], later)
    assert {address for address, _subject, _text in letters.values()} == {
        "cle@valmont.example"
    }

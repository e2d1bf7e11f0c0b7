"""Order, refusal with a reason, substitution with its days: rules of signatures."""

from communes.core.signature.domain import asked
from communes.core.signature.domain import cancelled
from communes.core.signature.domain import check_callback
from communes.core.signature.domain import given_back
from communes.core.signature.domain import Mark
from communes.core.signature.domain import open_request
from communes.core.signature.domain import refused
from communes.core.signature.domain import seal_of
from communes.core.signature.domain import Signatory
from communes.core.signature.domain import signed
from communes.core.signature.domain import substituted
from communes.core.signature.domain.errors import AlreadySigned
from communes.core.signature.domain.errors import CallbackRefused
from communes.core.signature.domain.errors import CallbackReplayed
from communes.core.signature.domain.errors import NoSignatory
from communes.core.signature.domain.errors import NotYourTurn
from communes.core.signature.domain.errors import ReasonMissing
from communes.core.signature.domain.errors import RequestFinished
from communes.core.signature.domain.errors import SubstituteSigns
from communes.core.signature.domain.errors import SubstitutionPeriod
from communes.core.signature.domain.errors import UnknownSignatory
from datetime import date
from datetime import datetime
from hypothesis import given
from hypothesis import strategies as st
import pytest


NOW = datetime(2026, 11, 24, 10, 0)
DG = Signatory("dg", "Élise Fontaine", "Le Directeur général", "elise")
MAYOR = Signatory("bourgmestre", "Marc Evrard", "Le Bourgmestre", "marc")
DEPUTY = Signatory("echevin-1", "Anne Delvigne", "L'Échevine déléguée", "anne")


def request(*who: Signatory, in_order: bool = True):
    people = who or (DG, MAYOR)
    return open_request(
        "r1", "PV", "0" * 64, "paper", people, "greffe", NOW, in_order=in_order
    )


def test_the_second_waits_for_the_first():
    with pytest.raises(NotYourTurn, match="signe après « Élise Fontaine »"):
        signed(request(), "bourgmestre", NOW)
    once = signed(request(), "dg", NOW)
    assert once.pending
    assert [one.signatory.id for one in once.turns] == ["bourgmestre"]
    assert signed(once, "bourgmestre", NOW).state == "signed"


def test_without_an_order_anybody_may_begin():
    free = request(in_order=False)
    assert len(free.turns) == 2
    assert signed(free, "bourgmestre", NOW).pending


@given(st.permutations(["a", "b", "c", "d"]), st.booleans())
def test_a_request_is_signed_when_everybody_has_and_never_before(order, in_order):
    people = [Signatory(one, one.upper(), "") for one in sorted(order)]
    found = request(*people, in_order=in_order)
    for count, who in enumerate(sorted(order) if in_order else order, start=1):
        assert found.pending
        found = signed(found, who, NOW)
        assert sum(one.mark == Mark.SIGNED for one in found.places) == count
    assert found.state == "signed"
    assert found.turns == ()


def test_nobody_signs_twice_nor_instead_of_nobody():
    once = signed(request(), "dg", NOW)
    with pytest.raises(AlreadySigned):
        signed(once, "dg", NOW)
    with pytest.raises(UnknownSignatory):
        signed(once, "echevin-9", NOW)


def test_a_refusal_says_why_and_closes_the_request():
    with pytest.raises(ReasonMissing):
        refused(request(), "dg", "  ", NOW)
    found = refused(request(), "dg", "Le point 4 n'est pas celui du vote.", NOW)
    assert found.state == "refused"
    assert found.refusal.who == "Élise Fontaine"
    assert found.refusal.reason == "Le point 4 n'est pas celui du vote."
    with pytest.raises(RequestFinished, match="refusée"):
        signed(found, "bourgmestre", NOW)


def test_a_substitute_signs_in_the_days_of_the_substitution_only():
    found = substituted(
        request(), "bourgmestre", DEPUTY, "Congé", date(2026, 11, 23),
        date(2026, 11, 27), "greffe", NOW,
    )  # fmt: skip
    place = found.places[1]
    assert place.acting(date(2026, 11, 22)) == MAYOR
    assert place.acting(date(2026, 11, 23)) == DEPUTY
    assert place.acting(date(2026, 11, 27)) == DEPUTY
    assert place.acting(date(2026, 11, 28)) == MAYOR
    done = signed(signed(found, "dg", NOW), "bourgmestre", NOW)
    assert done.places[1].signed_by == "echevin-1"
    late = signed(signed(found, "dg", NOW), "bourgmestre", datetime(2026, 12, 1))
    assert late.places[1].signed_by == "bourgmestre"


def test_a_substitution_says_why_and_when_and_by_somebody_else():
    day = date(2026, 11, 23)
    with pytest.raises(ReasonMissing):
        substituted(request(), "dg", DEPUTY, "", day, None, "greffe", NOW)
    with pytest.raises(SubstitutionPeriod):
        substituted(
            request(), "dg", DEPUTY, "Congé", day, date(2026, 11, 1), "greffe", NOW
        )
    with pytest.raises(SubstituteSigns, match="ne signe pas deux fois"):
        substituted(request(), "dg", MAYOR, "Congé", day, None, "greffe", NOW)


def test_a_signature_that_could_not_be_made_is_awaited_again():
    out = asked(request(), "dg")
    assert out.places[0].mark == "asked"
    assert given_back(out, "dg").places[0].mark == "waiting"
    assert signed(out, "dg", NOW).places[0].mark == "signed"


def test_what_is_given_up_is_not_signed_any_more():
    found = cancelled(request())
    with pytest.raises(RequestFinished):
        signed(found, "dg", NOW)
    with pytest.raises(RequestFinished):
        cancelled(found)


@pytest.mark.parametrize("who", [(), (DG, DG), (Signatory("x", "", ""),)])
def test_a_request_names_each_signatory_once(who):
    with pytest.raises(NoSignatory):
        open_request("r", "PV", "0", "paper", who, "greffe", NOW)


SECRET, NONCE, BODY = b"s" * 32, "n" * 32, b'{"event": "1"}'


def check(**changed):
    told = {
        "secret": SECRET, "timestamp": "1000", "nonce": NONCE, "body": BODY,
        "now": 1000.0, "seen": lambda nonce: False,
        "seal": seal_of(SECRET, "1000", NONCE, BODY), **changed,
    }  # fmt: skip
    check_callback(**told)


def test_an_authentic_message_is_taken():
    check()
    check(now=1300.0)


@pytest.mark.parametrize(
    "changed",
    [
        {"body": b'{"event": "2"}'},
        {"timestamp": "1001"},
        {"nonce": "m" * 32},
        {"seal": ""},
        {"seal": "é"},
        {"secret": b""},
        {"secret": b"t" * 32},
        {"now": 1301.0},
        {"now": 699.0},
    ],
)
def test_a_message_changed_old_or_of_somebody_else_is_refused(changed):
    with pytest.raises(CallbackRefused):
        check(**changed)


def test_an_empty_secret_opens_to_nobody():
    with pytest.raises(CallbackRefused):
        check(secret=b"", seal=seal_of(b"", "1000", NONCE, BODY))


def test_a_message_played_again_is_refused():
    with pytest.raises(CallbackReplayed):
        check(seen=lambda nonce: nonce == NONCE)

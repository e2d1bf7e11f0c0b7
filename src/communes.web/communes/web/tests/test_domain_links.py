"""Links name what they lead to; what leads nowhere is found."""

from communes.web.domain.links.anchors import Anchor
from communes.web.domain.links.anchors import anchored
from communes.web.domain.links.anchors import below
from communes.web.domain.links.anchors import candidates
from communes.web.domain.links.anchors import read_anchor
from communes.web.domain.links.anchors import replaced
from communes.web.domain.links.anchors import shown
from communes.web.domain.links.anchors import uids_in
from communes.web.domain.links.corrections import asked_again
from communes.web.domain.links.corrections import Checked
from communes.web.domain.links.corrections import FAILURES
from communes.web.domain.links.corrections import Fault
from communes.web.domain.links.corrections import findings
from communes.web.domain.links.corrections import is_outdated
from communes.web.domain.links.corrections import outside_of
from communes.web.domain.links.corrections import targets_of
from datetime import date
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
import pytest


FEW = settings(max_examples=60, deadline=None)
UID = "0123456789abcdef" * 2
SITE = "https://valmont.example/www"
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("../travaux", "/voirie/travaux"),
        ("/www/sports#salle", "/sports#salle"),
        (f"{SITE}/sports?x=1", "/sports?x=1"),
        (SITE, "/"),
        ("https://ailleurs.example/www/sports", None),
        ("/autre/sports", None),
        ("/wwww", None),
        ("#bas", None),
        ("mailto:a@b.be", None),
        ("", None),
        ("http://[", None),
    ],
)
def test_a_link_is_ours_when_it_leads_below_the_site(address, path):
    assert below(address, f"{SITE}/voirie/rue", SITE) == path


def test_a_path_becomes_what_it_leads_to_and_keeps_its_rest():
    known = {"/sports": UID, "/": "f" * 32}
    assert anchored("/sports#salle", known) == Anchor(UID, "#salle")
    assert anchored("/sports/", known) == Anchor(UID)
    assert anchored("/sports/@@images/x/large?v=1", known) == Anchor(
        UID, "/@@images/x/large?v=1"
    )
    assert anchored("/sports/disparu", known) is None
    assert anchored("/disparu", known) is None
    assert anchored("/", known) == Anchor("f" * 32)
    assert candidates("/a/b/@@x?y") == ("/a/b/@@x", "/a/b", "/a")


def test_a_text_keeps_its_links_when_things_move():
    text = f'<p title="a>b" ><a href="resolveuid/{UID}#x">Ici</a> href="/non"</p>'
    moved = shown(text, {UID: f"{SITE}/neuf?a=1&b=2"})
    assert f'<a href="{SITE}/neuf?a=1&amp;b=2#x">' in moved
    assert 'href="/non"</p>' in moved
    assert uids_in(text) == {UID}
    assert shown(text, {}) == text


def test_only_what_is_an_anchor_is_read_as_one():
    assert read_anchor(f"../resolveuid/{UID}/@@images/a") == Anchor(UID, "/@@images/a")
    assert read_anchor(f"resolveuid/{UID}0") is None
    assert read_anchor("resolveuid/non") is None


@FEW
@given(st.text(alphabet="<>a =\"'/hrefsrc&", max_size=60))
def test_no_text_is_changed_but_in_its_addresses(text):
    assert replaced(text, lambda address: address) == text
    seen = []
    replaced(text, lambda address: seen.append(address) or "x")
    again = []
    replaced(replaced(text, lambda address: "x"), lambda one: again.append(one) or one)
    assert again == ["x"] * len(seen)


def test_what_is_wrong_is_said_the_gravest_first():
    html = (
        f'<img src="resolveuid/{UID}"><img src="b" alt="">'
        '<a href="http://mort.example/a#b">x</a><a href="disparu">y</a>'
    )
    checked = Checked(
        "u", (html,), ("https://vif.example/",), led_to=False,
        looked_at=date(2025, 5, 23),
    )  # fmt: skip
    assert targets_of(checked) == {UID}
    assert outside_of(checked, ("valmont.example",)) == {
        "http://mort.example/a",
        "https://vif.example/",
    }
    found = findings(checked, ["disparu"], {"http://mort.example/a"}, TODAY, 18)
    assert [(one.fault, one.detail) for one in found] == [
        (Fault.BROKEN_LINK, "disparu"),
        (Fault.NO_ALTERNATIVE, f"resolveuid/{UID}"),
        (Fault.DEAD_ADDRESS, "http://mort.example/a#b"),
        (Fault.OUTDATED, ""),
        (Fault.ORPHAN, ""),
    ]


def test_a_page_is_outdated_on_its_day_and_never_when_nobody_counts():
    assert not is_outdated(date(2025, 5, 24), TODAY, 18)
    assert is_outdated(date(2025, 5, 23), TODAY, 18)
    assert not is_outdated(date(2020, 1, 1), TODAY, 0)
    assert not is_outdated(None, TODAY, 18)


def test_a_site_that_is_down_one_evening_is_no_dead_link():
    known, day = None, TODAY
    for _time in range(FAILURES):
        assert known is None or not known.dead
        known = asked_again(known, day, "code 500")
        assert not known.due(day)
        day = date.fromordinal(day.toordinal() + 1)
        assert known.due(day)
    assert known.dead
    assert not asked_again(known, day, "").dead
    assert not asked_again(known, day, "").due(day)

"""What the portal decides by itself: titles, settings, comparisons, parts."""

from communes.publications.domain.changes import changes
from communes.publications.domain.choosing import chosen
from communes.publications.domain.choosing import only_withdrawn
from communes.publications.domain.choosing import withdrawals
from communes.publications.domain.comparison import compared
from communes.publications.domain.reading import read_projection
from communes.publications.domain.settings import check
from communes.publications.domain.settings import InstitutionSettings
from communes.publications.domain.settings import PublicationsSettings
from communes.publications.domain.titles import check_pattern
from communes.publications.domain.titles import meeting_title
from communes.publications.domain.titles import WrongPattern
from communes.publications.domain.words import shortened
from communes.publications.tests import example
from dataclasses import replace
from hypothesis import given
from hypothesis import strategies as st
import pytest


ID = f"{example.MEETING}/1"
MASK = '<p>Vu la demande de <span class="texte-masque">[masqué]</span> ;</p>'


def draft(**values):
    item = example.item(result="", vote_words="", votes=[], **values)
    return read_projection({**example.project(), "items": [item]})


def decided(**values):
    return read_projection(example.meeting(items=[example.item(**values)]))


def test_a_draft_and_its_decision_are_compared_word_by_word():
    found = compared([draft(decision="<p>Un an.</p>"), decided()], ID)
    assert found is not None and found.changed
    same = compared([draft(), decided()], ID)
    assert same is not None and not same.changed


@pytest.mark.parametrize(
    "versions",
    [
        [draft(), decided(motivation=MASK)],
        [draft(), decided(decision="<p>Jeanne Lambert</p>"), decided()],
        [draft()],
        [decided()],
        [],
        [draft(), read_projection(example.meeting(items=[example.withdrawn("1")]))],
    ],
    ids=["masked since", "corrected since", "draft", "decision", "none", "withdrawn"],
)
def test_what_may_have_been_hidden_since_is_not_shown_again(versions):
    assert compared(versions, ID) is None


def test_a_part_of_what_arrives_leaves_the_rest_as_it_was():
    before = example.meeting(items=[example.item("1"), example.item("4")])
    after = example.meeting(items=[example.item("1", title="Autre"), example.item("5")])
    shown = chosen(before, after, {f"{example.MEETING}/5"})
    assert [(one["number"], one["title"][:5]) for one in shown["items"]] == [
        ("1", "Réfec"),
        ("5", "Réfec"),
        ("4", "Réfec"),
    ]


@given(st.sets(st.sampled_from("12345")), st.sets(st.sampled_from("12345")))
def test_choosing_everything_is_taking_everything(old, new):
    before = example.meeting(items=[example.item(one) for one in sorted(old)])
    after = example.meeting(items=[example.item(one) for one in sorted(new)])
    ids = {one["id"] for one in (*before["items"], *after["items"])}
    assert chosen(before, after, ids) == after
    assert len(chosen(before, after, set())["items"]) == len(old)


def test_a_withdrawal_changes_that_item_alone():
    before = example.meeting(items=[example.item("3"), example.item("4")])
    after = example.meeting(version=3, items=[example.withdrawn("3")])
    gone = withdrawals(before, after)
    assert gone == {f"{example.MEETING}/3"} and withdrawals(None, after) == frozenset()
    shown = only_withdrawn(before, after, gone)
    assert "withdrawn" in shown["items"][0] and shown["items"][1]["number"] == "4"


def test_moving_on_the_agenda_is_no_change_of_an_item():
    before = decided()
    after = replace(before, items=tuple(replace(one, order=7) for one in before.items))
    assert [one.kind for one in changes(before, after)] == ["same"]


def test_the_title_of_a_meeting_follows_its_pattern():
    meeting = decided()
    assert meeting_title("", meeting) == "Conseil communal du 12 octobre 2026"
    told = meeting_title("Séance n° ${number} – ${date}", meeting)
    assert told == "Séance n° 9 – 12 octobre 2026"


@pytest.mark.parametrize(
    "pattern", ["${jour} ${date}", "Conseil", "$date", "${date} $"]
)
def test_a_title_that_can_not_be_filled_is_refused(pattern):
    with pytest.raises(WrongPattern):
        check_pattern(pattern)


SOUND = InstitutionSettings("99901", "Valmont", "0207336212", "info@example.be")


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"id": "9990"}, "INS"),
        ({"enterprise_number": "BE 207"}, "entreprise"),
        ({"mail": "info"}, "électronique"),
        ({"privacy_url": "javascript:x"}, "adresse"),
        ({"brand_colour": "#ffee00"}, "couleur"),
        ({"meeting_title": "Séance"}, "titre"),
        ({"matters": {"x": "y"}}, "matière"),
    ],
)
def test_settings_that_can_not_be_are_named(values, problem):
    assert check(PublicationsSettings((SOUND,))) == ()
    (reason,) = check(PublicationsSettings((replace(SOUND, **values),)))
    assert problem in str(reason)


def test_two_institutions_have_two_codes():
    assert check(PublicationsSettings((SOUND, SOUND)))


def test_a_long_text_ends_between_two_words():
    assert shortened("un deux, trois", 9) == "un deux…"
    assert shortened(" un\n deux ") == "un deux"

"""Who may bring a matter, until when, and who must be there for it."""

from communes.deliberations.domain.initiative.rules import Initiative
from communes.deliberations.domain.initiative.rules import INITIATIVE_LABELS
from communes.deliberations.domain.initiative.rules import InitiativeKind
from communes.deliberations.domain.initiative.rules import late
from communes.deliberations.domain.initiative.rules import obstacles
from datetime import date
import pytest


MEETING = date(2026, 12, 14)
SEATED = ("maud", "luc", "pauline")
COLLEGE = ("maud",)
ITEM = Initiative(InitiativeKind.COUNCILLOR_ITEM, ("pauline",))
QUESTION = Initiative(InitiativeKind.ORAL_QUESTION, ("pauline",))
CITIZEN = Initiative(InitiativeKind.INTERPELLATION, ("Anne Delvaux",))


def codes(step, initiative, there=None):
    return [one.code for one in obstacles(step, initiative, SEATED, there, COLLEGE)]


@pytest.mark.parametrize(
    ("initiative", "expected"),
    [
        (ITEM, []),
        (QUESTION, []),
        (CITIZEN, []),
        (Initiative(), []),
        (Initiative(InitiativeKind.ORAL_QUESTION), ["author_missing"]),
        (Initiative(InitiativeKind.INTERPELLATION), ["author_missing"]),
        (
            Initiative(InitiativeKind.ORAL_QUESTION, ("Anne Delvaux",)),
            ["author_without_seat"],
        ),
    ],
)
def test_an_item_somebody_asked_for_names_its_author(initiative, expected):
    assert codes("present", initiative) == expected


def test_a_member_of_the_college_adds_no_item_as_a_councillor_l1122_24():
    by_college = Initiative(InitiativeKind.COUNCILLOR_ITEM, ("maud",))
    assert codes("present", by_college) == ["author_in_college"]
    asks = Initiative(InitiativeKind.ORAL_QUESTION, ("maud",))
    assert codes("present", asks) == []


def test_the_author_must_be_in_the_room_l1122_24():
    for initiative in (ITEM, QUESTION):
        assert codes("accept", initiative, there=("luc",)) == ["author_absent"]
        assert codes("accept", initiative, there=("luc", "pauline")) == []
        assert codes("delay", initiative, there=("luc",)) == []
        assert codes("accept", initiative, there=None) == []
    assert codes("accept", CITIZEN, there=("luc",)) == []


@pytest.mark.parametrize(
    ("initiative", "received_on", "expected"),
    [
        (ITEM, date(2026, 12, 8), None),
        (ITEM, date(2026, 12, 9), (4, 5)),
        (CITIZEN, date(2026, 11, 28), None),
        (CITIZEN, date(2026, 11, 29), (14, 15)),
        (QUESTION, date(2026, 12, 13), None),
        (ITEM, None, None),
    ],
)
def test_what_came_too_late_is_told_and_not_refused(initiative, received_on, expected):
    received = Initiative(initiative.kind, initiative.authors, received_on)
    assert late(received, "conseil", MEETING) == expected


def test_every_kind_has_a_name():
    assert set(INITIATIVE_LABELS) == set(InitiativeKind)

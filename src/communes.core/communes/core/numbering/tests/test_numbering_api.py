"""A number is drawn with its transaction, and a series keeps to itself."""

from communes.core.numbering import api
from communes.core.numbering.errors import NumberAlreadyTaken
import pytest
import transaction


def test_numbers_follow_each_other_from_one(portal):
    assert [api.take(portal, "college-2026") for _ in range(3)] == [1, 2, 3]


@pytest.mark.portal(roles=["Manager"])
def test_each_series_and_each_place_counts_for_itself(portal):
    portal.invokeFactory("Folder", "college")
    api.take(portal, "items")
    assert api.take(portal, "meetings") == 1
    assert api.take(portal["college"], "items") == 1
    assert api.take(portal, "items") == 2


def test_looking_does_not_draw(portal):
    assert api.peek(portal, "items") == 1
    assert api.peek(portal, "items") == 1
    assert api.take(portal, "items") == 1
    assert api.peek(portal, "items") == 2


def test_an_undone_transaction_gives_its_number_back(portal):
    api.take(portal, "items")
    undone = transaction.savepoint()
    assert api.take(portal, "items") == 2
    undone.rollback()
    assert api.take(portal, "items") == 2


def test_a_series_taken_over_goes_on_where_it_was(portal):
    api.start_at(portal, "items", 480)
    assert api.take(portal, "items") == 480


def test_a_series_never_goes_back(portal):
    api.start_at(portal, "items", 480)
    with pytest.raises(NumberAlreadyTaken, match="déjà à 480"):
        api.start_at(portal, "items", 479)

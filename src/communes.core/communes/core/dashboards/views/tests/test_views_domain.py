from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.domain import Offer
from communes.core.dashboards.views.domain import check_room
from communes.core.dashboards.views.domain import clean_name
from communes.core.dashboards.views.domain import MAX_VIEWS
from communes.core.dashboards.views.domain import may_delete
from communes.core.dashboards.views.domain import NameExpected
from communes.core.dashboards.views.domain import opened
from communes.core.dashboards.views.domain import same_name
from communes.core.dashboards.views.domain import SavedView
from communes.core.dashboards.views.domain import seen_by
from communes.core.dashboards.views.domain import TooManyViews
import pytest


MINE = SavedView("1", "Travaux", "f.state=proposed", "anne")
THEIRS = SavedView("2", "Finances", "", "luc")
SHARED = SavedView("3", "Collège", "", "luc", shared=True)
OFFER = Offer(frozenset({"state"}), frozenset({"title"}), frozenset({"title"}))


def test_another_persons_view_is_seen_only_when_it_is_shared():
    assert seen_by([MINE, THEIRS, SHARED], "anne") == [SHARED, MINE]


def test_views_stand_in_the_order_of_their_names_whatever_the_case():
    views = [SavedView(n, n, "", "anne") for n in ("b", "A", "C")]
    assert [one.name for one in seen_by(reversed(views), "anne")] == ["A", "b", "C"]


@pytest.mark.parametrize("name", ["", "   ", "\n\t", "x" * 61])
def test_a_view_needs_a_name_a_tab_can_hold(name):
    with pytest.raises(NameExpected):
        clean_name(name)


def test_a_name_is_one_line_without_invisible_signs():
    assert clean_name("  Mes\npoints\u202e  urgents ") == "Mes points urgents"


def test_a_name_used_again_is_the_same_view_for_its_owner_only():
    assert same_name([MINE, THEIRS], "anne", "TRAVAUX") == MINE
    assert same_name([MINE, THEIRS], "anne", "Finances") is None


def test_a_person_keeps_a_limited_number_of_views():
    views = [SavedView(str(n), str(n), "", "anne") for n in range(MAX_VIEWS)]
    check_room(views[1:], "anne")
    check_room(views, "luc")
    with pytest.raises(TooManyViews):
        check_room(views, "anne")


@pytest.mark.parametrize(
    ("view", "person", "manages", "allowed"),
    [
        (MINE, "anne", False, True),
        (THEIRS, "anne", False, False),
        (THEIRS, "anne", True, False),
        (SHARED, "anne", False, False),
        (SHARED, "anne", True, True),
        (SHARED, "luc", False, True),
    ],
)
def test_who_takes_a_view_away(view, person, manages, allowed):
    assert may_delete(view, person, manages) is allowed


def test_a_view_opens_what_it_kept_from_the_first_page():
    view = SavedView("1", "v", "f.state=proposed&sort=-title&page=4&col=title", "anne")
    assert opened(view, OFFER) == ListQuery(
        filters={"state": ("proposed",)},
        sort="title",
        descending=True,
        columns=("title",),
    )


@pytest.mark.parametrize(
    "address", ["f.gone=x&sort=gone&col=gone", "page=deux", "size=9999999"]
)
def test_a_view_of_a_list_that_changed_still_opens(address):
    assert opened(SavedView("1", "v", address, "anne"), OFFER) == ListQuery()

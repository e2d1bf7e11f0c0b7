from communes.web.domain.list_tags import forgotten_with
from communes.web.domain.list_tags import LISTED_IN
from communes.web.domain.list_tags import SHOWN_BY
from communes.web.domain.list_tags import shown_by
from communes.web.domain.sections.kinds import KINDS
import pytest


@pytest.mark.parametrize("name", sorted(LISTED_IN))
def test_a_change_is_forgotten_with_its_place_and_its_lists(name):
    found = forgotten_with(f"communes.web.{name}", ("uid", "place"))
    assert found[:2] == ("uid", "place")
    assert found[-1] == "sitemap"
    assert set(LISTED_IN[name]) <= set(found)


def test_what_stands_inside_something_is_forgotten_with_that_alone():
    assert forgotten_with("communes.web.Picture", ("uid", "album")) == ("uid", "album")


def test_a_page_carries_each_list_it_shows_once():
    assert shown_by(("text", "news", "events", "news")) == ("web-news", "web-events")


def test_every_kind_that_shows_a_list_is_a_kind():
    assert set(SHOWN_BY) <= set(KINDS)


def test_news_are_forgotten_with_the_pages_that_show_news():
    assert set(shown_by(("news",))) <= set(forgotten_with("communes.web.News", ()))
    assert set(shown_by(("events",))) <= set(forgotten_with("communes.web.Event", ()))
    assert set(shown_by(("quick",))) <= set(forgotten_with("communes.web.Service", ()))

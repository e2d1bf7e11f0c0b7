"""The book of what is due: in the order of time, whatever the clocks say."""

from communes.core.jobs.due import Due
from communes.core.jobs.due import DueBook
from datetime import datetime
from datetime import timedelta
from datetime import timezone
from datetime import UTC
import pytest
from zope.annotation.attribute import AttributeAnnotations
from zope.annotation.interfaces import IAnnotations
from zope.annotation.interfaces import IAttributeAnnotatable
from zope.component import getGlobalSiteManager
from zope.interface import implementer


NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
BOOK = DueBook("test.book")


@implementer(IAttributeAnnotatable)
class Site:
    """Keeps annotations, as a site does."""


@pytest.fixture
def site():
    registry = getGlobalSiteManager()
    known = registry.queryAdapter(Site(), IAnnotations)
    if known is None:
        registry.registerAdapter(AttributeAnnotations)
    yield Site()
    if known is None:
        registry.unregisterAdapter(AttributeAnnotations)


def test_the_first_due_is_the_first_in_time_over_all_zones(site):
    east = timezone(timedelta(hours=2))
    BOOK.add(site, Due(NOON, "b", "publish"))
    BOOK.add(site, Due(NOON.replace(tzinfo=east), "a", "archive"))
    assert BOOK.first(site) == Due(NOON - timedelta(hours=2), "a", "archive")
    assert [one.uid for one in BOOK.all_due(site)] == ["a", "b"]


def test_a_new_plan_takes_the_place_of_the_old(site):
    BOOK.put(site, Due(NOON, "a", "publish"))
    BOOK.put(site, Due(NOON + timedelta(days=1), "a", "archive"))
    assert [one.step for one in BOOK.all_due(site)] == ["archive"]


def test_two_steps_of_one_thing_stand_beside_each_other_and_go_one_by_one(site):
    first = Due(NOON, "a", "publish")
    BOOK.add(site, first)
    BOOK.add(site, Due(NOON + timedelta(days=1), "a", "archive"))
    BOOK.take(site, first)
    BOOK.take(site, first)
    assert BOOK.first(site).step == "archive"
    BOOK.forget(site, "a")
    assert BOOK.first(site) is None and BOOK.all_due(site) == []


def test_an_empty_book_has_nothing_due(site):
    assert BOOK.first(site) is None
    BOOK.forget(site, "a")
    assert BOOK.all_due(site) == []

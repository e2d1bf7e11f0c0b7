"""The book of what is due: in the order of time, whatever the clocks say."""

from communes.core.jobs.due import Due
from communes.core.jobs.due import DueBook
from communes.core.jobs.due import DueWork
from communes.core.jobs.due import LOOK_SECONDS
from datetime import datetime
from datetime import timedelta
from datetime import timezone
from datetime import UTC
import pytest
import time
from zope.annotation.attribute import AttributeAnnotations
from zope.annotation.interfaces import IAnnotations
from zope.annotation.interfaces import IAttributeAnnotatable
from zope.component import getGlobalSiteManager
from zope.interface import implementer


NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
BOOK = DueBook("test.book")


class Work(DueWork):
    """Writes down what it carries out."""

    book = BOOK

    def __init__(self):
        self.done = []

    def carry_out(self, due):
        self.done.append(due.step)


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


def test_the_work_takes_what_is_due_once_and_in_order(site, monkeypatch):
    work = Work()
    BOOK.add(site, Due(NOON + timedelta(days=1), "a", "archive"))
    BOOK.add(site, Due(NOON, "a", "publish"))
    monkeypatch.setattr(time, "time", lambda: NOON.timestamp() - 1)
    assert not work.take_due(site) and work.done == []
    monkeypatch.setattr(time, "time", NOON.timestamp)
    assert work.begin(site).step(site) and not work.step(site)
    assert work.done == ["publish"]
    assert [one.step for one in BOOK.all_due(site)] == ["archive"]


def test_the_work_looks_at_its_first_moment_and_soon_for_new_ones(site, monkeypatch):
    work, now = Work(), NOON.timestamp()
    monkeypatch.setattr(time, "time", lambda: now)
    assert work.next_at(site) == now + LOOK_SECONDS
    BOOK.add(site, Due(NOON + timedelta(days=1), "a", "publish"))
    assert work.next_at(site) == now + LOOK_SECONDS
    BOOK.add(site, Due(NOON + timedelta(seconds=5), "b", "publish"))
    assert work.next_at(site) == now + 5

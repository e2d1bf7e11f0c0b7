"""The specimen is as large as the website of a real commune, and holds together."""

from collections import Counter
from communes.web.domain.agenda.event import Event
from communes.web.domain.agenda.occurrences import check_recurrence
from communes.web.domain.agenda.occurrences import occurrences
from communes.web.domain.directory import DirectoryEntry
from communes.web.domain.reading import read
from communes.web.domain.service import missing_of
from communes.web.domain.service import ServiceSheet
from communes.web.domain.taxonomy import Category
from communes.web.domain.taxonomy import Taxonomy
from communes.web.specimen.albums import albums
from communes.web.specimen.drawing import landscape
from communes.web.specimen.entries import entries
from communes.web.specimen.entries import tree
from communes.web.specimen.events import events
from communes.web.specimen.news import news
from communes.web.specimen.reading import pages
from communes.web.specimen.reading import services
from datetime import date
from datetime import datetime
from datetime import UTC
from PIL import Image
import pytest


TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def made_event(one):
    kept = {
        "title": one.values["title"],
        "starts": one.values["event_starts"],
        "ends": one.values["event_ends"],
        "whole_day": one.values["whole_day"],
        "rule": one.values.get("rule", ""),
        "excluded": one.values.get("excluded", []),
    }
    return read(Event, {**kept, "id": one.id, "modified": NOW.isoformat()})


def test_it_is_as_large_as_the_issue_asks():
    found = events(TODAY)
    assert len(pages()) >= 120
    assert len(entries(TODAY)) >= 300
    assert len(found) == 200
    assert sum(1 for one in found if "rule" in one.values) == 30
    assert len(news(TODAY)) == 150
    assert len(albums(TODAY)) == 20


def test_every_page_is_written_and_has_an_address_of_its_own():
    addresses = Counter((one.branch, one.path) for one in pages())
    assert max(addresses.values()) == 1
    titles = Counter(one.title for one in pages())
    assert [title for title, count in titles.items() if count > 1] == []
    short = [one.path for one in pages() if len(one.description) < 20]
    assert short == []
    # A branch lists what it holds; the others say something themselves.
    below = {(one.branch, one.path.rpartition("/")[0]) for one in pages()}
    silent = [
        one.path
        for one in pages()
        if not one.html and one.path != "." and (one.branch, one.path) not in below
    ]
    assert silent == []


def test_every_contact_of_a_page_and_a_service_stands_in_the_directory():
    known = {one.key for one in entries(TODAY)}
    named = {key for one in pages() for key in one.contacts}
    assert named | {one.answers for one in services()} <= known


def test_every_service_may_be_published():
    answers = {"id": "x", "name": "Population", "spatial": "http://example.org/x"}
    for one in services():
        sheet = read(ServiceSheet, {**one.values, "id": one.id, "authority": answers})
        assert missing_of(sheet) == ()
        assert sheet.steps and sheet.pieces and sheet.results


def test_every_entry_is_one_of_the_directory():
    Taxonomy(Category(**row) for row in tree())
    known = {row["id"] for row in tree()}
    told = []
    for one in entries(TODAY):
        record = {"id": one.key, "modified": NOW.isoformat()}
        found = read(DirectoryEntry, {**one.values, **record})
        assert set(found.categories) <= known
        told.append((found.title, found.address.line))
    assert len(set(told)) == len(told)


def test_what_comes_back_does_so_through_both_changes_of_the_clocks():
    for one in events(TODAY)[:30]:
        event = made_event(one)
        check_recurrence(event)
        for day in (
            datetime(2026, 10, 25, tzinfo=UTC),
            datetime(2027, 3, 28, tzinfo=UTC),
        ):
            week = [
                found.start.time()
                for found in occurrences(
                    event, day.replace(day=day.day - 9), day.replace(day=day.day + 3)
                )
            ]
            assert week and set(week) == {event.starts.time()}


@pytest.mark.parametrize("count", [1, 170])
def test_single_events_are_before_and_after_today(count):
    found = [made_event(one) for one in events(TODAY, count)[30:]]
    assert len(found) == count
    assert found[0].starts.date() < TODAY


def test_news_is_told_from_today_back_and_never_twice_the_same():
    found = news(TODAY)
    told = [one.told for one in found]
    assert told == sorted(told, reverse=True) and told[0].date() == TODAY
    assert len({one.values["text"] for one in found}) == len(found)


def test_a_picture_is_drawn_from_its_number_and_told_in_words(tmp_path):
    first, again, other = landscape(1), landscape(1), landscape(2)
    assert first == again and first.data != other.data
    file = tmp_path / "picture.jpg"
    file.write_bytes(first.data)
    with Image.open(file) as picture:
        assert picture.size == (1280, 853)
    assert first.alternative.startswith("Dessin : ")

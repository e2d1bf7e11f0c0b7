"""Who holds a page is told so; a proxy is told what a page is made of."""

from communes.core.public.domain import etag_of
from communes.core.public.domain import http_date
from communes.core.public.domain import is_held
from communes.core.public.domain import line_of_tags
from communes.core.public.domain import LONGEST_TAGS
from datetime import datetime
from datetime import timedelta
from datetime import UTC


NOON = datetime(2026, 10, 14, 12, tzinfo=UTC)


def test_who_holds_the_tag_is_told_so_whatever_the_date():
    tag = etag_of("a", 1)
    old = http_date(NOON - timedelta(days=1))
    assert is_held(tag, NOON, tag, old)
    assert is_held(tag, NOON, f'W/{tag}, "x"', None)
    assert is_held(tag, NOON, "*", None)
    assert is_held(tag, NOON, tag[:-1] + '-gzip"', None)
    assert not is_held(tag, NOON, etag_of("a", 2), http_date(NOON))
    assert etag_of("a", "b") != etag_of("ab")


def test_a_date_counts_when_there_is_no_tag():
    assert is_held("x", NOON, None, http_date(NOON))
    assert not is_held("x", NOON, None, http_date(NOON - timedelta(seconds=1)))
    assert not is_held("x", None, None, http_date(NOON))
    for wrong in ("", "hier", "Mon, 99 Foo 2026 00:00:00 GMT"):
        assert not is_held("x", NOON, None, wrong)


def test_each_tag_is_named_once_in_order():
    assert line_of_tags(["news", "b1", "a2", "b1"]) == "news b1 a2"


def test_what_could_be_a_pattern_or_a_second_header_is_no_tag():
    wrong = [".*|x", "a b", "a\r\nSet-Cookie: x", "", "é"]
    assert line_of_tags([*wrong, "kept"]) == "kept"


def test_a_line_is_never_longer_than_a_proxy_reads():
    line = line_of_tags(["events", *(f"{one:032x}" for one in range(1000))])
    assert len(line) <= LONGEST_TAGS
    assert line.startswith("events 0000")

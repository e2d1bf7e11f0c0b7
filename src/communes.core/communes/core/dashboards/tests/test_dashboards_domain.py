from communes.core.dashboards.domain import Answer
from communes.core.dashboards.domain import BadQuery
from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.domain import neutral_cell
from communes.core.dashboards.domain import Offer
from communes.core.dashboards.domain import page_numbers
from communes.core.dashboards.domain import parse
from communes.core.dashboards.domain import Row
from communes.core.dashboards.links import page_words
import pytest
from urllib.parse import parse_qs
from zope.i18n import translate


OFFER = Offer(
    filters=frozenset({"state", "service"}),
    sorts=frozenset({"deadline", "title"}),
    columns=frozenset({"service"}),
)


def test_an_address_says_the_whole_query_and_is_read_back():
    query = ListQuery(
        text="école",
        filters={"state": ("proposed", "validated")},
        sort="deadline",
        descending=True,
        page=3,
        size=50,
        columns=("service",),
    )
    assert parse(parse_qs(query.to_url()), OFFER) == query


def test_an_empty_address_asks_the_first_page():
    assert parse({}, OFFER) == ListQuery()
    assert ListQuery().to_url() == ""


@pytest.mark.parametrize(
    "form",
    [
        {"f.portal_type": "x"},
        {"sort": "allowedRolesAndUsers"},
        {"col": "secret"},
        {"page": "0"},
        {"page": "deux"},
        {"page": "²"},
        {"size": "1000000000"},
        {"page": "9999", "size": "100"},
        {"f.state": [str(number) for number in range(51)]},
    ],
)
def test_what_the_list_does_not_offer_is_refused(form):
    with pytest.raises(BadQuery):
        parse(form, OFFER)


def test_a_very_long_text_is_cut():
    assert len(parse({"q": "a" * 10_000}, OFFER).text) == 200


def test_choosing_a_filter_starts_again_at_the_first_page():
    query = ListQuery(page=4).with_filter("state", "proposed")
    assert query.page == 1
    assert query.without_filter("state", "proposed").filters == {}


def test_sorting_twice_by_a_column_turns_the_order():
    once = ListQuery().sorted_by("title")
    assert (once.sort, once.descending) == ("title", False)
    assert once.sorted_by("title").descending
    assert not once.sorted_by("title").sorted_by("deadline").descending


def test_the_pages_offered_keep_first_last_and_neighbours():
    assert page_numbers(6, 20) == [1, None, 4, 5, 6, 7, 8, None, 20]
    assert page_numbers(1, 1) == [1]


def test_an_answer_says_where_it_stands():
    rows = tuple(Row(str(n), "t", "u") for n in range(25))
    answer = Answer(rows, 128, ListQuery(page=2))
    assert translate(page_words(answer)) == "26 à 50 sur 128"
    assert page_words(Answer((), 0, ListQuery())) == "0"
    assert answer.pages == 6
    assert Answer((), 0, ListQuery()).pages == 1


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ('=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'),
        ("+32 81 00 00 00", "'+32 81 00 00 00"),
        ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("-12,50", "-12,50"),
        ("-12", "-12"),
        ("Rue = voie", "Rue = voie"),
        (None, ""),
    ],
)
def test_no_cell_is_taken_for_a_formula(value, written):
    assert neutral_cell(value) == written


@pytest.mark.parametrize(
    "form", [{"q": {"a": "x"}}, {"page": 3}, {"sort": ["title", 1]}, {"q": object()}]
)
def test_a_parameter_that_is_no_text_is_refused(form):
    with pytest.raises(BadQuery):
        parse(form, OFFER)

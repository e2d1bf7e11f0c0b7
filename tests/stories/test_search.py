"""What was just written is found, in the forms people type; also without Solr."""

from integrator import Integrator
from playwright.sync_api import expect
import pytest
import time
from town import draft_item
from town import SECRETARIAT


TITLE = "Délibérations sur les voiries de l'école du Centre"
#: An index that may be searched within this time after the commit.
SECONDS = 2.0
BACK_SECONDS = 60


def search(page, words: str):
    box = page.get_by_role("combobox", name="Rechercher")
    box.fill(words)
    box.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)
    return page.get_by_role("main")


@pytest.fixture(scope="module")
def written(house):
    """Return an item that was written once and is in the index."""
    creator = Integrator(house.url, house.accounts[SECRETARIAT])
    item = draft_item(creator, TITLE)
    committed = time.monotonic()
    # The demonstration town has items of its own about roads.
    while not finds(creator, "voiries"):
        assert time.monotonic() - committed < 60, "the item never came to the index"
    return item, time.monotonic() - committed


def finds(person: Integrator, words: str) -> bool:
    """Tell whether the new item is among what is found."""
    items = person.get(f"@communes-search?q={words}").body["items"]
    return TITLE in [one["title"] for one in items]


def test_a_new_item_is_found_two_seconds_after_its_commit(written):
    _item, seconds = written
    assert seconds < SECONDS


def test_forms_people_type_lead_to_the_item(agent, written):
    page = agent(SECRETARIAT).page
    for words in ("deliberation", "voirie", "l'ecole", "ecoles"):
        expect(search(page, words).get_by_role("link", name=TITLE)).to_be_visible()


def test_others_do_not_find_a_draft(agent, written):
    page = agent("pauline.gerouville").page
    expect(search(page, "voiries").get_by_role("link", name=TITLE)).to_have_count(0)


def test_without_solr_the_search_is_limited_and_answers(agent, house, written):
    page = agent(SECRETARIAT).page
    with house.without_solr():
        main = search(page, "voiries")
        expect(main.get_by_text("Recherche limitée")).to_be_visible()
        expect(main.get_by_role("link", name=TITLE)).to_be_visible()
    # Solr first replays what it had not yet written to its files when it was killed.
    limit = time.monotonic() + BACK_SECONDS
    while not found_by_solr(search(page, "voiries")):
        assert time.monotonic() < limit, "Solr is back, the search is not"


def found_by_solr(main) -> bool:
    limited = main.get_by_text("Recherche limitée").count()
    return not limited and main.get_by_role("link", name=TITLE).count() == 1

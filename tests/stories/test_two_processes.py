"""Two programs and two web processes at once: no number twice, none left out."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from integrator import Integrator
import multiprocessing
import pytest
from running_house import Account
from town import draft_item


EACH = 100


@pytest.fixture
def two_addresses(house) -> Iterator[tuple[str, str]]:
    """Yield the addresses of the site at two web processes."""
    second = house.start_second_web()
    yield house.url, second
    with house.looked_after:
        child = house.child("web-second")
        house.children.remove(child)
        child.stop()


def create_many(url: str, account: Account, name: str) -> list[str]:
    """Create items as one program; return their ids."""
    program = Integrator(url, account)
    titles = [f"Point {name}-{count} du service" for count in range(EACH)]
    return [draft_item(program, title).rsplit("/", 1)[1] for title in titles]


def test_two_hundred_items_at_once_have_each_their_number(house, two_addresses):
    creator = house.accounts["julie.pirotte"]
    last = number(draft_item(Integrator(house.url, creator), "Le point d'avant"))
    # Fresh processes: the browser of the other stories lives in this one.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, context) as programs:
        asked = [
            programs.submit(create_many, url, creator, name)
            for url, name in zip(two_addresses, "ab", strict=True)
        ]
        made = [item for one in asked for item in one.result()]
    numbers = sorted(map(number, made))
    assert numbers == list(range(last + 1, last + 1 + 2 * EACH))


def number(item: str) -> int:
    return int(item.rsplit("-", 1)[1])

"""Two programs and two web processes at once: no number twice, none left out."""

from collections.abc import Iterator
from integrator import Integrator
import os
from pathlib import Path
import pytest
from running_house import Account
from running_house import ROOT
import subprocess
import sys
from town import draft_item
from town import SECRETARIAT


EACH = 100
HERE = Path(__file__).resolve().parent
PATHS = (HERE, ROOT / "tools")


@pytest.fixture
def two_addresses(house) -> Iterator[tuple[str, str]]:
    """Yield the addresses of the site at two web processes."""
    second = house.start_second_web()
    yield house.url, second
    with house.looked_after:
        child = house.child("web-second")
        house.children.remove(child)
        child.stop()


def program(url: str, account: Account, name: str) -> subprocess.Popen:
    """Start a program that creates its items at one of the addresses."""
    words = [url, account.login, account.password, name, str(EACH)]
    return subprocess.Popen(
        [sys.executable, str(HERE / "many_items.py"), *words],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, PATHS))},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_two_hundred_items_at_once_have_each_their_number(house, two_addresses):
    account = house.accounts[SECRETARIAT]
    before = draft_item(Integrator(house.url, account), "Le point d'avant")
    programs = [
        program(url, account, name)
        for url, name in zip(two_addresses, "ab", strict=True)
    ]
    made = [line for one in programs for line in one.communicate()[0].split()]
    assert [one.returncode for one in programs] == [0, 0]
    last = number(before)
    assert sorted(map(number, made)) == list(range(last + 1, last + 1 + 2 * EACH))


def number(address: str) -> int:
    """Return the number of an item, which its address bears."""
    return int(address.rsplit("-", 1)[1])

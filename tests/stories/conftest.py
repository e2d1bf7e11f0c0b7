"""The stories: one house of their own, and people who work in it with a browser."""

from pathlib import Path
import sys


HERE = Path(__file__).resolve().parent
# The tools and what the stories share are modules beside each other, no packages.
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "tools")]

from agents import Agent  # noqa: E402
from browsing import browser_path  # noqa: E402
from browsing import FLAGS  # noqa: E402
from communes.core.stamping import api as stamping  # noqa: E402
from communes.core.stamping.tests.authority import authority  # noqa: E402
from integrator import Integrator  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
import pytest  # noqa: E402
from running_house import running_house  # noqa: E402
from town import SECRETARIAT  # noqa: E402


def pytest_collection_modifyitems(items):
    """Mark what drives a browser, so that it can be left out by name."""
    for item in items:
        if HERE in item.path.parents and "browser" in item.fixturenames:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def house(tmp_path_factory):
    """Yield the house of the demo, started once for all stories and then stopped.

    An authority of time answers beside it, so that what is published is proven.
    """
    folder = tmp_path_factory.mktemp("authority")
    with authority(folder) as clock, pytest.MonkeyPatch.context() as patch:
        patch.setenv(stamping.TSA, clock)
        patch.setenv(stamping.ROOTS, str(folder / "roots.pem"))
        with running_house(tmp_path_factory.mktemp("house")) as house:
            yield house


@pytest.fixture(scope="session")
def browser():
    """Yield the browser of the machine, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path(), args=FLAGS, headless=True
        )
        yield browser
        browser.close()


@pytest.fixture
def agent(house, browser):
    """Return a function that seats somebody of the demo before a browser, logged in.

    What broke on any of their pages fails the story at its end.
    """
    seated = []

    def seat(login: str, width: int = 1280) -> Agent:
        one = Agent(house, browser, login, width)
        seated.append(one)
        one.log_in()
        return one

    yield seat
    for one in seated:
        one.leave()
    broken = [line for one in seated for line in one.broken]
    assert broken == []


@pytest.fixture
def integrator(house):
    """Return a function that makes a program with somebody's account."""

    def connect(login: str = SECRETARIAT) -> Integrator:
        return Integrator(house.url, house.accounts[login])

    return connect

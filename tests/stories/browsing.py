"""Which browser drives the stories, how it is started, and what is noted of a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field
import os
from playwright.sync_api import BrowserContext
from playwright.sync_api import Page
import pytest
import shutil
from urllib.parse import urlsplit


NAMES = ("chromium", "chromium-browser", "google-chrome")
#: Nothing of it leaves the machine.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def browser_path() -> str:
    """Return the browser of the machine, or skip the story with the way to have one.

    With ``COMMUNES_REQUIRE_BROWSER=1`` (the integration server) it fails instead.
    """
    named = os.environ.get("COMMUNES_BROWSER", "")
    found = next(filter(None, map(shutil.which, (named, *NAMES))), None)
    if found is not None:
        return found
    words = (
        "No browser: the stories are not told. Install Chromium, or name one in "
        "COMMUNES_BROWSER."
    )
    if os.environ.get("COMMUNES_REQUIRE_BROWSER") == "1":
        pytest.fail(words)
    pytest.skip(words)


@dataclass
class Watched:
    """A page, and what it asked of other hosts or broke."""

    page: Page
    foreign: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


@contextmanager
def watched(context: BrowserContext) -> Iterator[Watched]:
    """Yield a page of a context that notes every request to another machine."""
    seen = Watched(context.new_page())

    def note(request) -> None:
        host = urlsplit(request.url).hostname
        if host not in (None, "127.0.0.1", "localhost"):
            seen.foreign.append(request.url)

    def answered(response) -> None:
        if response.status >= 500:
            seen.broken.append(f"{response.status} {response.url}")

    seen.page.on("request", note)
    seen.page.on("response", answered)
    seen.page.on("pageerror", lambda error: seen.broken.append(f"script: {error}"))
    yield seen

"""Which browser drives the stories, and how it is started."""

import os
import pytest
import shutil


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

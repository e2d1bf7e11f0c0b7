"""Every kind of message has its page of reference, as the code declares it.

``COMMUNES_WRITE_EXAMPLES=1`` writes the pages.
"""

from communes.core.testing.layers import layer_fixtures
from communes.exchange.messages.api import kinds
from communes.exchange.messages.domain.reference import index
from communes.exchange.messages.domain.reference import page
from communes.exchange.messages.schema import check_body
from documentation import DOCS
import os
from testing import SUITE


globals().update(layer_fixtures(((SUITE, "suite"),)))
FOLDER = DOCS / "reference" / "exchange" / "kinds"


def declared():
    """Return the kinds of the suite, without those of tests."""
    return [one for one in kinds() if not one.name.startswith("communes.test.")]


def wanted():
    """Return the pages there must be, by path."""
    found = {FOLDER / f"{one.name}.md": page(one) for one in declared()}
    return {FOLDER.parent / "kinds.md": index(declared()), **found}


def test_every_kind_has_its_page_and_no_other(suite):
    pages = wanted()
    if os.environ.get("COMMUNES_WRITE_EXAMPLES"):
        FOLDER.mkdir(exist_ok=True)
        for path, text in pages.items():
            path.write_text(text, "utf-8")
    there = {*FOLDER.glob("*.md"), FOLDER.parent / "kinds.md"}
    assert {path.name for path in there} == {path.name for path in pages}
    for path, text in pages.items():
        assert path.read_text("utf-8") == text, path.name


def test_every_example_follows_its_schema(suite):
    for kind in declared():
        check_body(kind, kind.example)

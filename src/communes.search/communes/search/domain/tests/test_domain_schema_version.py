"""The number of the shape of a document is the same wherever it is written."""

from communes.search.domain.schema_version import schema_name
from communes.search.domain.schema_version import SCHEMA_VERSION
from communes.search.domain.schema_version import version_in
from pathlib import Path
import re


CONFIGSET = Path(__file__).parents[2] / "configset"


def test_the_schema_carries_the_number():
    text = (CONFIGSET / "conf" / "schema.xml").read_text(encoding="utf-8")
    assert re.search(r'<schema name="([^"]+)"', text)[1] == schema_name()


def test_a_name_tells_its_number_and_others_tell_none():
    assert version_in(schema_name(7)) == 7
    assert version_in(schema_name()) == SCHEMA_VERSION
    assert [
        version_in(name) for name in ("", "plone", "communes-x", "communes-1b")
    ] == [
        0,
        0,
        0,
        0,
    ]

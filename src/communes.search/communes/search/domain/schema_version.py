"""Which shape of search documents this code reads and writes."""

import re


# As in the name of configset/conf/schema.xml: a change of a field or of an analysis
# takes the next number, and every site is reindexed.
SCHEMA_VERSION = 2
_NAME = re.compile(r"communes-(\d+)", re.ASCII)


def schema_name(version: int = SCHEMA_VERSION) -> str:
    """Return the name of a version: of its schema and of its configset in Solr."""
    return f"communes-{version}"


def version_in(name: str) -> int:
    """Return the version in the name of a schema; 0 for one that is not ours."""
    found = _NAME.fullmatch(name)
    return int(found[1]) if found else 0

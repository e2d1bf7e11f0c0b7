"""The shape of a search document: whole, plain, and of known fields only."""

from collections.abc import Mapping
from datetime import datetime
from datetime import UTC
import re


MAX_TEXT_CHARACTERS = 1_000_000
# What has no beginning or no end of publication is always in force: a filter on
# time must find it, as the catalogue does.
NO_BEGINNING = "1000-01-01T00:00:00Z"
NO_END = "9999-12-31T00:00:00Z"
_SOLUTION_FIELD = re.compile(r"[a-z][a-z0-9_]{0,60}_(?:s|ss|i|b|dt|t_fr)", re.ASCII)
_REQUIRED = ("UID", "path", "portal_type", "allowedRolesAndUsers", "version_l")


def moment(value: datetime) -> str:
    """Return a moment as Solr writes it: UTC, to the second.

    :raises ValueError: the moment has no time zone.
    """
    if value.tzinfo is None:
        raise ValueError(f"{value!r} has no time zone")
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def solution_fields(fields: Mapping[str, object]) -> dict[str, object]:
    """Return what a solution adds, ready to be sent; values of None left out.

    :raises ValueError: a name does not end as its kind asks.
    """
    for name in fields:
        if not _SOLUTION_FIELD.fullmatch(name):
            raise ValueError(f"{name} is no name for a search field of a solution")
    return {
        name: moment(value) if isinstance(value, datetime) else value
        for name, value in fields.items()
        if value is not None
    }


def whole(document: Mapping[str, object]) -> dict[str, object]:
    """Return the document without its empty fields, its time of publication set.

    :raises ValueError: it lacks what makes a document: it would be found by no one,
        or replace a good one by a husk.
    """
    lacking = [name for name in _REQUIRED if not document.get(name)]
    if lacking:
        raise ValueError(f"a search document without {', '.join(lacking)}")
    filled = {
        name: value
        for name, value in document.items()
        if value is not None and value != "" and value != []
    }
    return {"effective": NO_BEGINNING, "expires": NO_END, **filled}

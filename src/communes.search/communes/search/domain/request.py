"""A search as it comes from outside, in strings, read into a typed query."""

from collections.abc import Mapping
from communes.search.domain.errors import UnknownParameter
from communes.search.domain.errors import ValueRefused
from communes.search.domain.query import Filter
from communes.search.domain.query import Query
from communes.search.domain.query import Range
from communes.search.domain.query import refuse_unfit
from communes.search.domain.query import Sort
from communes.search.domain.text import words_of
from datetime import date


FILTERS = {
    "creator": "Creator",
    "language": "Language",
    "state": "review_state",
    "subject": "Subject",
    "type": "portal_type",
}
RANGES = {
    "created": "created",
    "effective": "effective",
    "modified": "modified",
}
PARAMETERS = (
    *sorted(FILTERS),
    *(f"{name}_{end}" for name in RANGES for end in ("from", "to")),
    "cursor",
    "facet",
    "page",
    "path",
    "q",
    "size",
    "snippets",
    "sort",
)

SUGGEST_PARAMETERS = ("q", "type")

Form = Mapping[str, str | list[str]]


def query_from(form: Form, site_path: str) -> Query:
    """Return the query that a request asks for.

    :param form: names and values as received; a value may come several times.
    :param site_path: physical path of the site, above the ``path`` of the form.
    :raises QueryRefused: a subclass that names the parameter at fault.
    """
    for name in form:
        if name not in PARAMETERS:
            raise UnknownParameter(name, name=name[:40], known=", ".join(PARAMETERS))
    return Query(
        text=_text(form),
        filters=tuple(
            Filter(field, tuple(_several(form, name)))
            for name, field in FILTERS.items()
            if name in form
        ),
        ranges=tuple(
            Range(field, _day(form, f"{name}_from"), _day(form, f"{name}_to"))
            for name, field in RANGES.items()
            if f"{name}_from" in form or f"{name}_to" in form
        ),
        path=_path(form, site_path),
        facets=tuple(FILTERS.get(name, name) for name in _several(form, "facet")),
        sort=_sort(form),
        page=_number(form, "page", 1),
        size=_number(form, "size", 20),
        snippets=_flag(form, "snippets"),
        cursor=_single(form, "cursor"),
    )


def suggestion_from(form: Form) -> tuple[str, tuple[str, ...]]:
    """Return the text and the types of a request for suggestions.

    :raises QueryRefused: a subclass that names the parameter at fault.
    """
    for name in form:
        if name not in SUGGEST_PARAMETERS:
            known = ", ".join(SUGGEST_PARAMETERS)
            raise UnknownParameter(name, name=name[:40], known=known)
    types = tuple(_several(form, "type"))
    if types:
        Filter("portal_type", types)
    return _text(form), types


def _several(form: Form, name: str) -> list[str]:
    """Return the texts of one parameter; the publisher can make others of it."""
    value = form.get(name, [])
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, (list, tuple)):
        raise ValueRefused(name, value=str(value)[:40], expected="un texte")
    for text in texts:
        if not isinstance(text, str):
            raise ValueRefused(name, value=str(text)[:40], expected="un texte")
    return list(texts)


def _single(form: Form, name: str) -> str:
    values = _several(form, name)
    if len(values) > 1:
        raise ValueRefused(name, value=", ".join(values)[:40], expected="une valeur")
    return values[0] if values else ""


def _text(form: Form) -> str:
    text = _single(form, "q")
    words_of(text, "q")
    return text


def _number(form: Form, name: str, default: int) -> int:
    text = _single(form, name)
    if not text:
        return default
    if len(text) > 9 or not (text.isascii() and text.isdigit()):
        raise ValueRefused(name, value=text[:40], expected="un nombre entier")
    return int(text)


def _flag(form: Form, name: str) -> bool:
    text = _single(form, name)
    if text not in ("", "0", "1"):
        raise ValueRefused(name, value=text[:40], expected="0 ou 1")
    return text == "1"


def _day(form: Form, name: str) -> date | None:
    text = _single(form, name)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueRefused(
            name, value=text[:40], expected="une date comme 2026-11-22"
        ) from error


def _sort(form: Form) -> Sort:
    text = _single(form, "sort")
    if not text:
        return Sort.RELEVANCE
    try:
        return Sort(text)
    except ValueError as error:
        raise ValueRefused("sort", value=text[:40], expected=", ".join(Sort)) from error


def _path(form: Form, site_path: str) -> str:
    text = _single(form, "path").strip("/")
    if not text:
        return ""
    refuse_unfit("path", text)
    return f"{site_path}/{text}"

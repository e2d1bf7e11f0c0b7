"""What ``@search`` of plone.restapi is asked, read into typed values.

A program may name the indexes of the catalogue, each by its kind; no other name means
anything, and nothing in a value is syntax.
"""

from collections.abc import Mapping
from communes.search.domain.errors import UnknownParameter
from communes.search.domain.errors import ValueRefused
from communes.search.domain.query import MAX_VALUES
from communes.search.domain.query import refuse_unfit
from communes.search.domain.text import words_of
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from datetime import UTC
from enum import StrEnum


MAX_ROWS = 200
MAX_FULL_ROWS = 50
MAX_START = 10**9
MAX_DEPTH = 100
MAX_SORTS = 3
TEXT = "SearchableText"
#: Said of the request as a whole, beside the indexes.
GENERAL = (
    "b_size",
    "b_start",
    "fullobjects",
    "metadata_fields",
    "sort_limit",
    "sort_on",
    "sort_order",
    "use_site_search_settings",
)
_ORDERS = ("ascending", "descending", "reverse")
_RANGES = ("min", "max", "min:max")
_FLAGS = {"1": True, "true": True, "True": True, "on": True, "": True,
          "0": False, "false": False, "False": False}  # fmt: skip


class Kind(StrEnum):
    """What an index of the catalogue holds, and so what may be asked of it."""

    VALUE = "value"
    DATE = "date"
    TEXT = "text"
    PATH = "path"
    FLAG = "flag"
    ORDER = "order"


OPTIONS = {
    Kind.VALUE: ("query", "range", "operator"),
    Kind.DATE: ("query", "range"),
    Kind.TEXT: ("query",),
    Kind.PATH: ("query", "depth"),
    Kind.FLAG: ("query",),
    Kind.ORDER: (),
}

Value = str | datetime | bool
Form = Mapping[str, object]


@dataclass(frozen=True)
class Criterion:
    """What is asked of one index: any of ``values``, or between them, or all."""

    name: str
    kind: Kind
    values: tuple[Value, ...]
    range: str = ""
    operator: str = "or"
    depth: int | None = None


@dataclass(frozen=True)
class SiteSearch:
    """One request to ``@search``. ``text`` is None when no text was asked for."""

    text: str | None = None
    criteria: tuple[Criterion, ...] = ()
    sort_on: tuple[str, ...] = ()
    descending: bool = False
    start: int = 0
    size: int = 25
    limit: int | None = None
    full: bool = False
    site_settings: bool = False
    metadata_fields: tuple[str, ...] = field(default=())


def site_search_from(form: Form, indexes: Mapping[str, Kind]) -> SiteSearch:
    """Return what a request asks for.

    :param form: names and values as the publisher gives them.
    :param indexes: the indexes that may be named, by kind.
    :raises QueryRefused: a subclass that names the parameter at fault.
    """
    offered = _offered(indexes)
    for name in form:
        if name not in offered:
            known = ", ".join((*GENERAL, *sorted(indexes)))
            raise UnknownParameter(name, name=str(name)[:40], known=known)
    full = _flag(form, "fullobjects")
    return SiteSearch(
        text=_text(form),
        criteria=tuple(
            _criterion(form, name, kind)
            for name, kind in indexes.items()
            if name != TEXT
            and (name in form or f"{name}.query" in form or _optioned(form, name, kind))
        ),
        sort_on=_sorts(form, indexes),
        descending=_one_of(form, "sort_order", _ORDERS, "ascending") != "ascending",
        start=_number(form, "b_start", 0, 0, MAX_START),
        size=_number(form, "b_size", 25, 1, MAX_FULL_ROWS if full else MAX_ROWS),
        limit=_number(form, "sort_limit", 0, 1, MAX_START) or None,
        full=full,
        site_settings=_flag(form, "use_site_search_settings"),
        metadata_fields=tuple(_texts(form, "metadata_fields")),
    )


def _offered(indexes: Mapping[str, Kind]) -> set[str]:
    dotted = {
        f"{name}.{option}" for name, kind in indexes.items() for option in OPTIONS[kind]
    }
    named = {name for name, kind in indexes.items() if OPTIONS[kind]}
    return {*GENERAL, *named, *dotted}


def _optioned(form: Form, name: str, kind: Kind) -> bool:
    return any(f"{name}.{option}" in form for option in OPTIONS[kind])


def _criterion(form: Form, name: str, kind: Kind) -> Criterion:
    texts = _texts(form, f"{name}.query" if f"{name}.query" in form else name)
    if not texts and kind is not Kind.PATH:
        raise ValueRefused(name, value="", expected="une valeur")
    depth = None
    if kind is Kind.PATH and f"{name}.depth" in form:
        depth = _number(form, f"{name}.depth", 0, 0, MAX_DEPTH)
    values = tuple(_value(name, kind, text) for text in texts)
    return Criterion(
        name,
        kind,
        values,
        _range(form, name, len(values)),
        _one_of(form, f"{name}.operator", ("and", "or"), "or"),
        depth,
    )


def _value(name: str, kind: Kind, text: str) -> Value:
    if kind is Kind.FLAG:
        return _truth(name, text)
    refuse_unfit(name, text)
    if kind is Kind.TEXT:
        words_of(text, name)
    if kind is not Kind.DATE:
        return text
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        expected = "une date comme 2026-11-22 ou 2026-11-22T14:30:00+01:00"
        raise ValueRefused(name, value=text[:40], expected=expected) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _range(form: Form, name: str, count: int) -> str:
    asked = _one_of(form, f"{name}.range", (*_RANGES, "minmax"), "")
    asked = "min:max" if asked == "minmax" else asked
    if asked and count != (2 if asked == "min:max" else 1):
        raise ValueRefused(
            f"{name}.range", value=asked, expected="une valeur, ou deux pour min:max"
        )
    return asked


def _text(form: Form) -> str | None:
    name = TEXT if TEXT in form else f"{TEXT}.query"
    if name not in form:
        return None
    texts = _texts(form, name)
    if len(texts) != 1:
        raise ValueRefused(name, value=len(texts), expected="un seul texte")
    words_of(texts[0], name)
    return texts[0]


def _sorts(form: Form, indexes: Mapping[str, Kind]) -> tuple[str, ...]:
    names = _texts(form, "sort_on")
    sortable = (Kind.VALUE, Kind.DATE, Kind.ORDER)
    for name in names:
        if name == "relevance" and len(names) == 1:
            return ()
        if indexes.get(name) not in sortable:
            known = [each for each, kind in indexes.items() if kind in sortable]
            expected = ", ".join(("relevance", *sorted(known)))
            raise ValueRefused("sort_on", value=name[:40], expected=expected)
    if len(names) > MAX_SORTS:
        raise ValueRefused(
            "sort_on", value=len(names), expected=f"{MAX_SORTS} index au plus"
        )
    return tuple(names)


def _texts(form: Form, name: str) -> list[str]:
    value = form.get(name, [])
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, (list, tuple)) or len(texts) > MAX_VALUES:
        raise ValueRefused(
            name, value=str(value)[:40], expected=f"un texte, ou {MAX_VALUES} au plus"
        )
    for text in texts:
        if not isinstance(text, str):
            raise ValueRefused(name, value=str(text)[:40], expected="un texte")
    return list(texts)


def _one(form: Form, name: str, default: str) -> str:
    texts = _texts(form, name)
    if len(texts) > 1:
        raise ValueRefused(name, value=len(texts), expected="une seule valeur")
    return texts[0] if texts else default


def _one_of(form: Form, name: str, choices: tuple[str, ...], default: str) -> str:
    text = _one(form, name, default)
    if text != default and text not in choices:
        raise ValueRefused(name, value=text[:40], expected=", ".join(choices))
    return text


def _number(form: Form, name: str, default: int, least: int, most: int) -> int:
    text = _one(form, name, "")
    if not text:
        return default
    fits = len(text) < 11 and text.isascii() and text.isdigit()
    if not fits or not least <= int(text) <= most:
        expected = f"un nombre entier de {least} à {most}"
        raise ValueRefused(name, value=text[:40], expected=expected)
    return int(text)


def _flag(form: Form, name: str) -> bool:
    return name in form and _truth(name, _one(form, name, ""))


def _truth(name: str, text: str) -> bool:
    if text not in _FLAGS:
        raise ValueRefused(name, value=text[:40], expected="1 ou 0")
    return _FLAGS[text]

"""What a person types for one setting, until it is a value: kept whatever it is.

A draft is a text, a list of texts (boxes), or a list of rows that are dictionaries
of drafts. The names of its controls are the key of the setting, then for a row its
number and the key of its column: "advices.rules.0.title".
"""

from collections.abc import Mapping
from communes.core.errors.domain import InvalidInput
from communes.core.parts.domain.reading import whole
from communes.deliberations.domain.configuring.setting import Column
from communes.deliberations.domain.configuring.setting import Kind
from communes.deliberations.domain.configuring.setting import Setting


#: The one column of a setting that is a list of choices in their order.
CHOSEN = "valeur"
#: A longer list is typed in ``commune.toml``.
MOST_ROWS = 200

Cell = Setting | Column
Draft = str | list
Row = dict[str, Draft]


class UnreadableSetting(InvalidInput):
    """What was typed is not what the setting takes. Cure: type what is said."""

    code = "unreadable_setting"
    template = "« ${name} » : « ${value} » n'est pas un nombre entier."
    i18n_domain = "communes.deliberations"


def columns_of(one: Setting) -> tuple[Column, ...]:
    """Return the columns of the rows a setting is typed in; empty: it has no rows."""
    if one.kind is Kind.TEXTS and one.choices and one.ordered:
        return (Column(CHOSEN, one.doc, Kind.CHOICE, one.choices, one.choices[0]),)
    return one.columns


def drafted(one: Setting) -> Draft:
    """Return the value in force as it is typed."""
    columns = columns_of(one)
    if not columns:
        return _cell(one, one.value)
    if one.kind is Kind.TEXTS:
        return [{CHOSEN: str(value)} for value in one.value]
    return [{col.key: _cell(col, row[col.key]) for col in columns} for row in one.value]


def blank(one: Setting) -> Row:
    """Return a row to fill in."""
    return {col.key: _cell(col, col.default) for col in columns_of(one)}


def sent(one: Setting, form: Mapping[str, object]) -> Draft:
    """Return what the form holds for a setting."""
    columns = columns_of(one)
    if not columns:
        return _sent(one, form, one.key)
    known = whole(form.get(f"{one.key}.lignes"), 0)
    return [
        {col.key: _sent(col, form, f"{one.key}.{at}.{col.key}") for col in columns}
        for at in range(min(known, MOST_ROWS))
    ]


def value_of(one: Setting, draft: Draft) -> object:
    """Return the value a draft means.

    :raises UnreadableSetting: it means none; ``field`` is the name of its control.
    """
    columns = columns_of(one)
    if not columns:
        return _value(one, draft, one.key)
    rows = [
        {
            col.key: _value(col, row[col.key], f"{one.key}.{at}.{col.key}")
            for col in columns
        }
        for at, row in enumerate(draft)
    ]
    return [row[CHOSEN] for row in rows] if one.kind is Kind.TEXTS else rows


def moved(rows: list[Row], at: int, places: int) -> list[Row]:
    """Return the rows with one of them ``places`` further down (or up)."""
    if not 0 <= at < len(rows):
        return rows
    left = [*rows[:at], *rows[at + 1 :]]
    left.insert(max(0, at + places), rows[at])
    return left


def _cell(cell: Cell, value: object) -> Draft:
    if cell.kind is Kind.FLAG:
        return "1" if value else ""
    if cell.kind is Kind.TEXTS:
        texts = [str(one) for one in value or ()]
        return texts if cell.choices else "\n".join(texts)
    return "" if value is None else str(value)


def _sent(cell: Cell, form: Mapping[str, object], name: str) -> Draft:
    if cell.kind is Kind.TEXTS and cell.choices:
        given = form.get(name, [])
        boxes = given if isinstance(given, (list, tuple)) else [given]
        return [one for one in boxes if isinstance(one, str)]
    return _text(form, name)


def _text(form: Mapping[str, object], name: str) -> str:
    given = form.get(name, "")
    return given.replace("\r\n", "\n") if isinstance(given, str) else ""


def _value(cell: Cell, draft: Draft, name: str) -> object:
    if isinstance(draft, list):
        return draft
    text = draft.strip()
    if cell.kind is Kind.FLAG:
        return bool(text)
    if cell.kind is Kind.TEXTS:
        return [line.strip() for line in text.splitlines() if line.strip()]
    if cell.kind is not Kind.WHOLE:
        return text
    bare = text.removeprefix("-")
    if not (bare.isascii() and bare.isdigit() and len(bare) < 16):
        raise UnreadableSetting(field=name, name=cell.doc.rstrip("."), value=text)
    return int(text)

"""How one setting is asked: a field, or rows of fields that are added and moved."""

from collections.abc import Mapping
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.deliberations.browser.configuring.draft import Cell
from communes.deliberations.browser.configuring.draft import CHOSEN
from communes.deliberations.browser.configuring.draft import columns_of
from communes.deliberations.browser.configuring.draft import Draft
from communes.deliberations.browser.configuring.draft import Row
from communes.deliberations.browser.configuring.words import named
from communes.deliberations.domain.configuring.setting import Kind
from communes.deliberations.domain.configuring.setting import Setting
from communes.deliberations.i18n import _
from dataclasses import dataclass


KINDS = {
    Kind.FLAG: "checkbox",
    Kind.WHOLE: "number",
    Kind.TEXT: "text",
    Kind.CHOICE: "select",
    Kind.TEXTS: "textarea",
}
#: A row of more columns is folded, and its fields stand below each other.
SHORT = 3


@dataclass(frozen=True)
class RowBlock:
    """One row: its number, what it is called, its fields, and what moves it."""

    number: int
    title: str
    fields: tuple[Field, ...]
    actions: tuple[Action, ...]
    open: bool

    @property
    def short(self) -> bool:
        """Whether its fields stand side by side."""
        return len(self.fields) <= SHORT

    @property
    def css(self) -> str:
        """The labels of the first row head those below; a lone choice needs none."""
        if len(self.fields) == 1:
            return "row-edit is-one"
        return "row-edit is-next" if self.number > 1 else "row-edit"


@dataclass(frozen=True)
class Block:
    """One setting on the page: a ``field``, or ``rows`` with what adds one."""

    key: str
    label: str
    help: str
    error: str = ""
    field: Field | None = None
    rows: tuple[RowBlock, ...] = ()
    add: Action | None = None


def block(
    one: Setting, draft: Draft, help: str, errors: Mapping[str, str], opened: str
) -> Block:
    """Return how a setting is asked.

    :param errors: name of a control -> what is wrong with it.
    :param opened: name of the row that was just added or moved: "committees.2".
    """
    error = errors.get(one.key, "")
    label = one.doc.rstrip(".")
    if not columns_of(one):
        field = _field(one, one.key, draft, errors, help)
        return Block(one.key, label, help, error, field)
    last = len(draft) - 1
    rows = tuple(
        _row(one, at, row, last, errors, opened) for at, row in enumerate(draft)
    )
    title = _("row_add", default="Ajouter une ligne")
    return Block(
        one.key,
        one.doc.rstrip("."),
        help,
        error,
        rows=rows,
        add=_act(title, "ajouter", one),
    )


def _row(
    one: Setting, at: int, row: Row, last: int, errors: Mapping[str, str], opened: str
) -> RowBlock:
    name = f"{one.key}.{at}"
    fields = tuple(
        _field(col, f"{name}.{col.key}", row[col.key], errors)
        for col in columns_of(one)
    )
    up = _("row_up", default="Monter")
    down = _("row_down", default="Descendre")
    gone = _("row_remove", default="Retirer")
    acts = [_act(up, "monter", one, at)] if at else []
    acts += [_act(down, "descendre", one, at)] if at < last else []
    acts.append(_act(gone, "retirer", one, at))
    wrong = any(field.error for field in fields)
    return RowBlock(at + 1, _called(row), fields, tuple(acts), wrong or opened == name)


def _called(row: Row) -> str:
    """Return what a folded row is called by: its title, else what it begins with."""
    if CHOSEN in row:
        return ""
    texts = [row.get("title", ""), *row.values()]
    return next((one for one in texts if isinstance(one, str) and one), "")


def _act(title: str, gesture: str, one: Setting, at: int | None = None) -> Action:
    value = f"{gesture}:{one.key}" if at is None else f"{gesture}:{one.key}:{at}"
    return Action(title, method="submit", name="geste", value=value, small=True)


def _field(
    cell: Cell, name: str, draft: Draft, errors: Mapping[str, str], help: str = ""
) -> Field:
    boxes = isinstance(draft, list)
    default = getattr(cell, "default", None)
    lines = _("column_one_a_line", default="Une valeur par ligne.")
    return Field(
        name,
        cell.doc.rstrip("."),
        "checkboxes" if boxes else KINDS[cell.kind],
        value="" if boxes else draft,
        help=help or (lines if cell.kind is Kind.TEXTS and not boxes else ""),
        error=errors.get(name, ""),
        options=_options(cell, draft),
        required=_required(cell, default),
        rows=2 if boxes else min(12, 2 + draft.count("\n")),
    )


def _required(cell: Cell, default: object) -> bool:
    """Return whether something must be said; a list may be left as it is."""
    if cell.kind in (Kind.WHOLE, Kind.CHOICE):
        return True
    if isinstance(cell, Setting):
        return cell.needed
    return cell.kind is Kind.TEXT and default is None


def _options(cell: Cell, draft: Draft) -> tuple[Option, ...]:
    if not cell.choices:
        return ()
    words = named(cell.choices)
    if not isinstance(draft, list):
        return tuple(Option(one, words[one], one == draft) for one in cell.choices)
    # Those chosen first, in their order: a form that changes nothing sends the same.
    known = [one for one in draft if one in words]
    others = [one for one in cell.choices if one not in draft]
    return tuple(Option(one, words[one], one in draft) for one in (*known, *others))

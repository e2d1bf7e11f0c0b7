"""The form of a section: its fields, read from what its kind holds."""

from collections.abc import Mapping
from collections.abc import Sequence
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.web.browser.editing.wording import CHOICES
from communes.web.browser.filling.page import Group
from communes.web.browser.filling.rows import Rows
from communes.web.domain.sections.kinds import KINDS
from communes.web.i18n import _
from dataclasses import fields
from dataclasses import is_dataclass
from typing import Any
from typing import get_args
from typing import get_origin
from typing import get_type_hints


Choices = Mapping[str, Sequence[tuple[str, str]]]


def group_of(kind: str, values: Mapping[str, Any], choices: Choices) -> Group:
    """Return the fields of a kind, filled.

    :param values: name -> what the boxes hold (see ``typed_of``).
    :param choices: meaning (« uid:Entry », « picture »…) -> values one may choose.
    """
    held = KINDS[kind]
    hints = get_type_hints(held)
    blocks = [_block(one, hints[one.name], values, choices) for one in fields(held)]
    return Group(_("section_content", default="Contenu"), blocks)


def typed_of(kind: str, holds: Any) -> dict[str, Any]:
    """Return what the boxes of a section hold: texts, lists of texts, rows."""
    found: dict[str, Any] = {}
    for one in fields(KINDS[kind]):
        value = getattr(holds, one.name)
        if isinstance(value, tuple):
            rows = [_row(item) if is_dataclass(item) else item for item in value]
            found[one.name] = rows
        else:
            found[one.name] = _text(value)
    return found


def holds_of(kind: str, typed: Mapping[str, Any]) -> dict[str, Any]:
    """Return the plain values of a kind from what was typed."""
    hints = get_type_hints(KINDS[kind])
    return {
        name: _value(hint, typed[name]) for name, hint in hints.items() if name in typed
    }


def _block(one: Any, hint: Any, values: Mapping[str, Any], choices: Choices) -> Any:
    meaning = str(one.metadata.get("is", ""))
    label = one.metadata["doc"]
    value = values.get(one.name, "")
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        if is_dataclass(inner):
            columns = tuple(_column(each, inner, choices) for each in fields(inner))
            return Rows(one.name, label, columns, value or (), empty=2)
        options = _options(one, meaning, choices)
        chosen = set(value or ())
        marked = tuple(Option(id, said, id in chosen) for id, said in options)
        return Field(one.name, label, "checkboxes", options=marked)
    return _single(one, hint, meaning, str(value), choices)


def _single(one: Any, hint: Any, meaning: str, value: str, choices: Choices) -> Field:
    label = one.metadata["doc"]
    if hint is bool:
        return Field(one.name, label, "checkbox", value)
    if hint is int:
        return Field(one.name, label, "number", value)
    if meaning == "html":
        return Field(one.name, label, "richtext", value, rows=10)
    options = _options(one, meaning, choices)
    if options or meaning in ("picture", "uid", "choice"):
        free = "choices" not in one.metadata
        rows = [("", _("nothing_chosen", default="–")), *options] if free else options
        marked = tuple(Option(id, said, id == value) for id, said in rows)
        return Field(one.name, label, "select", options=marked, required=not free)
    return Field(one.name, label, "text", value)


def _column(one: Any, record: Any, choices: Choices) -> Field:
    hint = get_type_hints(record)[one.name]
    if hint is bool:
        yes = (Option("", _("no", default="Non")), Option("1", _("yes", default="Oui")))
        return Field(one.name, one.metadata["doc"], "select", options=yes)
    return _single(one, hint, str(one.metadata.get("is", "")), "", choices)


def _options(one: Any, meaning: str, choices: Choices) -> list[tuple[str, str]]:
    if "choices" in one.metadata:
        return [(each, CHOICES.get(each, each)) for each in one.metadata["choices"]]
    key = f"uid:{one.metadata['only']}" if "only" in one.metadata else meaning
    return list(choices.get(key, ()))


def _row(record: Any) -> dict[str, str]:
    return {one.name: _text(getattr(record, one.name)) for one in fields(record)}


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else ""
    return str(value)


def _value(hint: Any, typed: Any) -> Any:
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        if not is_dataclass(inner):
            return list(typed)
        hints = get_type_hints(inner)
        return [{name: _value(hints[name], row[name]) for name in row} for row in typed]
    if hint is bool:
        return typed == "1"
    if hint is int:
        return int(typed) if str(typed).isdigit() else typed
    return typed

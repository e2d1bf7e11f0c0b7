"""The links of a content, wherever they stand in its plain values."""

from Acquisition import aq_base
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from communes.web.domain.links.anchors import addresses_in
from communes.web.domain.links.anchors import read_anchor
from communes.web.domain.links.anchors import replaced
from persistent.list import PersistentList
from persistent.mapping import PersistentMapping
from plone.app.textfield.interfaces import IRichTextValue
from plone.app.textfield.value import RichTextValue
import re
from typing import Any


#: Not for citizens, or told about where it came from: no links of the content.
APART = frozenset(
    {
        "private", "claims", "proposer", "proposer_mail", "source_url", "external_id",
        "provenance", "title", "edited_by", "id", "crops", "scales", "portal_type",
    }
)  # fmt: skip
_HTML = re.compile(r"<[a-zA-Z!/]")
_ADDRESS = re.compile(r"(https?://|/|\.\.?/|resolveuid/)[^\s<>\"]*")
Change = Callable[[str], str]


def texts_of(obj: Any) -> tuple[str, ...]:
    """Return the formatted texts of a content."""
    return tuple(one for one in _texts(obj) if _HTML.search(one))


def addresses_of(obj: Any) -> tuple[str, ...]:
    """Return the addresses of a content that stand outside of its texts."""
    return tuple(
        one
        for one in _texts(obj)
        if not _HTML.search(one) and _ADDRESS.fullmatch(one.strip())
    )


def led_to(obj: Any) -> frozenset[str]:
    """Return the UIDs of the contents a content leads to."""
    found = [*addresses_of(obj)]
    for text in texts_of(obj):
        found += addresses_in(text)
    anchors = (read_anchor(one) for one in found)
    return frozenset(one.uid for one in anchors if one) | _chosen(obj)


def change_links(obj: Any, change: Change) -> bool:
    """Give each link of a content as ``change`` says it; return whether any changed."""
    changed = False
    for name, value in _values(obj):
        new = changed_links(value, change)
        if new is not value:
            setattr(obj, name, new)
            changed = True
    return changed


def _texts(obj: Any) -> Iterator[str]:
    for _name, value in _values(obj):
        yield from _walk(value)


def _values(obj: Any) -> list[tuple[str, Any]]:
    kept = vars(aq_base(obj))
    return [
        (name, value)
        for name, value in kept.items()
        if not name.startswith("_") and name not in APART
    ]


def _walk(value: Any) -> Iterator[str]:
    if IRichTextValue.providedBy(value):
        yield value.raw or ""
    elif isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | PersistentMapping):
        for one in value.values():
            yield from _walk(one)
    elif isinstance(value, list | tuple | PersistentList):
        for one in value:
            yield from _walk(one)


def changed_links(value: Any, change: Change) -> Any:
    """Return a plain value with its links changed; itself when none was."""
    if IRichTextValue.providedBy(value):
        raw = value.raw or ""
        new = replaced(raw, change)
        if new == raw:
            return value
        return RichTextValue(new, value.mimeType, value.outputMimeType)
    if isinstance(value, str):
        if _HTML.search(value):
            new = replaced(value, change)
        else:
            new = change(value) if _ADDRESS.fullmatch(value) else value
        return value if new == value else new
    if isinstance(value, dict):
        rows = {name: changed_links(one, change) for name, one in value.items()}
        same = all(rows[name] is one for name, one in value.items())
        return value if same else rows
    if isinstance(value, list | tuple):
        made = [changed_links(one, change) for one in value]
        same = all(new is old for new, old in zip(made, value, strict=True))
        return value if same else type(value)(made)
    return value


def _chosen(obj: Any) -> frozenset[str]:
    """Return the contents that are chosen, not linked: sections hold their UIDs."""
    return frozenset(one for one in _texts(obj) if _UID.fullmatch(one))


_UID = re.compile(r"[0-9a-f]{32}")

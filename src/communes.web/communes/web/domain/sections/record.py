"""A section of a page as a record, read from plain values and walked through."""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.access.plain import to_plain
from communes.core.settings.domain import InvalidSettings
from communes.core.settings.domain import read
from communes.web.domain.sections.errors import BadSection
from communes.web.domain.sections.kinds import KINDS
from communes.web.domain.sections.kinds import LABELS
from dataclasses import dataclass
from dataclasses import field
from dataclasses import fields
from dataclasses import is_dataclass
from dataclasses import replace
import re
from typing import Any


WIDTHS = (25, 33, 50, 66, 75, 100)
BACKGROUNDS = ("", "soft", "brand", "accent")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_STYLE = re.compile(r"([a-zA-Z][\w-]*( [a-zA-Z][\w-]*)*)?")
#: Change of one value: what it means (``is``), the value, the value instead.
Change = Callable[[str, str], str]


@dataclass(frozen=True)
class Section:
    """``holds`` is one of the records of ``kinds``, the one of ``kind``."""

    id: str
    kind: str
    holds: Any
    title: str = ""
    title_shown: bool = True
    width: int = 100
    background: str = ""
    background_picture: str = ""
    style: str = ""
    hidden: bool = False


@dataclass(frozen=True)
class _Frame:
    """What all sections have in common, as it is sent and kept."""

    id: str = field(metadata={"doc": "identifiant de la section"})
    kind: str = field(
        metadata={"doc": "sorte de section", "choices": tuple(KINDS)},
    )
    title: str = field(default="", metadata={"doc": "titre"})
    title_shown: bool = field(default=True, metadata={"doc": "titre visible"})
    width: int = field(default=100, metadata={"doc": "largeur", "choices": WIDTHS})
    background: str = field(
        default="", metadata={"doc": "couleur de fond", "choices": BACKGROUNDS}
    )
    background_picture: str = field(default="", metadata={"doc": "image de fond"})
    style: str = field(default="", metadata={"doc": "classe Bootstrap"})
    hidden: bool = field(default=False, metadata={"doc": "section masquée"})


def section_of(row: Mapping[str, Any]) -> Section:
    """Return the section a plain row says.

    :param row: the values of ``Section``, ``holds`` being those of its kind.
    :raises BadSection: names the section, the value and what was expected.
    """
    frame = {key: value for key, value in row.items() if key != "holds"}
    name = str(row.get("title") or LABELS.get(str(row.get("kind")), "section"))
    try:
        common = read(_Frame, frame, "section")
        holds = read(KINDS[common.kind], row.get("holds", {}), "section")
    except InvalidSettings as refused:
        problem = str(refused.problems[0]).rstrip(".")
        raise BadSection(field=refused.field, name=name, problem=problem) from refused
    if not _ID.fullmatch(common.id):
        raise BadSection(field="id", name=name, problem="identifiant mal formé")
    if not _STYLE.fullmatch(common.style):
        raise BadSection(field="style", name=name, problem="classe mal formée")
    values = {one.name: getattr(common, one.name) for one in fields(common)}
    return Section(holds=holds, **values)


def sections_of(rows: tuple[Mapping[str, Any], ...]) -> tuple[Section, ...]:
    """Return the sections of a page, in order.

    :raises BadSection: one is wrong, or two have the same id.
    """
    found = tuple(section_of(row) for row in rows)
    seen: set[str] = set()
    for one in found:
        if one.id in seen:
            problem = f"deux sections s'appellent « {one.id} »"
            raise BadSection(field="id", name=one.title or one.id, problem=problem)
        seen.add(one.id)
    return found


def row_of(section: Section) -> dict[str, Any]:
    """Return the plain row of a section: what is kept and sent."""
    row: dict[str, Any] = to_plain(section)
    return row


def values_of(section: Section) -> Iterator[tuple[str, str, str]]:
    """Yield each text of a section: its name, what it means (``is``), the text.

    The background picture is a ``picture`` like the others.
    """
    yield "title", "text", section.title
    yield "background_picture", "picture", section.background_picture
    yield from _walk(section.holds, "")


def changed(section: Section, change: Change) -> Section:
    """Return the section with each text changed by what it means."""
    return replace(
        section,
        title=change("text", section.title),
        background_picture=change("picture", section.background_picture),
        holds=_changed(section.holds, change),
    )


def _walk(record: Any, path: str) -> Iterator[tuple[str, str, str]]:
    for one in fields(record):
        value, meaning = getattr(record, one.name), str(one.metadata.get("is", ""))
        here = f"{path}{one.name}"
        for number, item in enumerate(value if isinstance(value, tuple) else (value,)):
            if is_dataclass(item):
                yield from _walk(item, f"{here}[{number + 1}].")
            elif isinstance(item, str):
                yield here, meaning, item


def _changed(record: Any, change: Change) -> Any:
    values: dict[str, Any] = {}
    for one in fields(record):
        value, meaning = getattr(record, one.name), str(one.metadata.get("is", ""))
        if isinstance(value, tuple):
            values[one.name] = tuple(_one(item, meaning, change) for item in value)
        else:
            values[one.name] = _one(value, meaning, change)
    return replace(record, **values)


def _one(value: Any, meaning: str, change: Change) -> Any:
    if is_dataclass(value):
        return _changed(value, change)
    return change(meaning, value) if isinstance(value, str) else value

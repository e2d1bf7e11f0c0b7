"""A public document read back into elements: by the site that shows them."""

from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from communes.pst.domain.choices import Kind
from communes.pst.domain.errors import InvalidValue
from communes.pst.domain.public import PUBLIC_LEVELS
from communes.pst.domain.public import PublicElement
from communes.pst.domain.public import PublicIndicator
from communes.pst.domain.sdg import goals
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from decimal import InvalidOperation
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class PublicProgramme:
    """A programme as citizens read it.

    :param elements: in the order of the tree, each after the one above it.
    """

    title: str
    institution: str
    starts: date | None
    ends: date | None
    updated: date
    elements: tuple[PublicElement, ...]

    @cached_property
    def by_id(self) -> Mapping[str, PublicElement]:
        """The elements by their id."""
        return {one.id: one for one in self.elements}

    def below(self, id: str = "") -> tuple[PublicElement, ...]:
        """Return what is shown under an element, links included; empty: at the top."""
        return self._below.get(id, ())

    def above(self, id: str) -> tuple[PublicElement, ...]:
        """Return the elements above, from the top down."""
        found: list[PublicElement] = []
        parent = self.by_id[id].parent
        while parent:
            found.insert(0, self.by_id[parent])
            parent = found[0].parent
        return tuple(found)

    @cached_property
    def _below(self) -> Mapping[str, tuple[PublicElement, ...]]:
        found: dict[str, list[PublicElement]] = {}
        for one in self.elements:
            for place in (one.parent, *one.also_under):
                found.setdefault(place, []).append(one)
        return {place: tuple(some) for place, some in found.items()}


def read_document(
    document: Mapping[str, Any], cleaned: Callable[[str], str] = str
) -> PublicProgramme:
    """Return the programme of a public document of this version.

    :param cleaned: makes a formatted text harmless; the sender is not taken at its
        word.
    :raises InvalidValue: it is none; ``field`` says where.
    """
    try:
        plan = document["plan"]
        found = tuple(_element(one, cleaned) for one in document["elements"])
        programme = PublicProgramme(
            title=str(plan["title"]),
            institution=str(plan["institution"]),
            starts=_day(plan.get("starts")),
            ends=_day(plan.get("ends")),
            updated=date.fromisoformat(document["updated"]),
            elements=found,
        )
    except (KeyError, TypeError, ValueError, InvalidOperation) as wrong:
        raise _unreadable(repr(wrong)) from wrong
    _check_places(found)
    return programme


def _check_places(elements: Sequence[PublicElement]) -> None:
    seen: set[str] = set()
    known = {one.id for one in elements}
    for one in elements:
        # What stands before what it holds can not stand below itself.
        placed = not one.parent or one.parent in seen
        if one.id in seen or not placed or one.kind not in PUBLIC_LEVELS:
            raise _unreadable(one.id)
        if not known.issuperset(one.also_under):
            raise _unreadable(one.id)
        seen.add(one.id)


def _unreadable(value: str) -> InvalidValue:
    return InvalidValue(
        field="document", value=value[:200], expected="un programme public est attendu"
    )


def _element(row: Mapping[str, Any], cleaned: Callable[[str], str]) -> PublicElement:
    text = row.get("text")
    return PublicElement(
        id=str(row["id"]),
        kind=Kind(row["kind"]),
        reference=str(row.get("reference", "")),
        title=str(row["title"]),
        parent=str(row.get("parent", "")),
        also_under=tuple(map(str, row.get("also_under", ()))),
        text=None if text is None else cleaned(str(text)),
        status=_said(row.get("status")),
        progress=_percent(row.get("progress")),
        begins=_day(row.get("begins")),
        ends=_day(row.get("ends")),
        sdgs=_sdgs(row.get("sdgs")),
        budget=None if row.get("budget") is None else Decimal(row["budget"]),
        indicators=_indicators(row.get("indicators")),
        partners=None if (some := row.get("partners")) is None else tuple(some),
    )


def _said(value: Any) -> str | None:
    return None if value is None else str(value)


def _percent(value: Any) -> int | None:
    return None if value is None else min(100, max(0, int(value)))


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if value else None


def _sdgs(rows: Any) -> tuple[tuple[int, str], ...] | None:
    if rows is None:
        return None
    titles = {one.number: one.title for one in goals()}
    return tuple((row["number"], titles[row["number"]]) for row in rows)


def _indicators(rows: Any) -> tuple[PublicIndicator, ...] | None:
    if rows is None:
        return None
    return tuple(
        PublicIndicator(
            str(row["label"]),
            str(row["unit"]),
            tuple(
                (int(one["year"]), _figure(one["target"]), _figure(one["value"]))
                for one in row["years"]
            ),
        )
        for row in rows
    )


def _figure(value: Any) -> Decimal | None:
    return None if value is None else Decimal(value)

"""What citizens see of a programme: chosen levels and fields, in their own words."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.pst.domain.choices import Kind
from communes.pst.domain.choices import Publication
from communes.pst.domain.element import Element
from communes.pst.domain.element import Planned
from communes.pst.domain.element import Steered
from communes.pst.domain.placement import shown
from communes.pst.domain.programme import Programme
from communes.pst.domain.reference import reference
from communes.pst.domain.sdg import goal
from communes.pst.domain.snapshot import Figures
from communes.pst.domain.snapshot import figures
from communes.pst.domain.standing import by_year
from communes.pst.domain.states import ActionState
from communes.pst.domain.states import ObjectiveState
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType


class PublicField(StrEnum):
    """What may be shown beside the title; nothing else ever leaves."""

    TEXT = "text"
    STATUS = "status"
    PROGRESS = "progress"
    DATES = "dates"
    SDGS = "sdgs"
    BUDGET = "budget"
    INDICATORS = "indicators"
    PARTNERS = "partners"


PUBLIC_LEVELS = (
    Kind.PART,
    Kind.STRATEGIC,
    Kind.OPERATIONAL,
    Kind.ACTION,
    Kind.SUB_ACTION,
)

# Both workflows share the ids "created" and "ongoing", and mean the same by them.
STATUS_WORDS: Mapping[str, str] = MappingProxyType(
    {
        ObjectiveState.CREATED.value: "À venir",
        ActionState.TO_BE_SCHEDULED.value: "À venir",
        ObjectiveState.ONGOING.value: "En cours",
        ObjectiveState.ACHIEVED.value: "Terminé",
        ActionState.TERMINATED.value: "Réalisé",
        ActionState.STOPPED.value: "Abandonné",
    }
)


@dataclass(frozen=True)
class PublicChoice:
    """What a commune shows: the levels, and the fields of each.

    Responsible people, comments, risks and health are nobody's choice to show.
    """

    levels: tuple[Kind, ...] = PUBLIC_LEVELS[:4]
    fields: tuple[PublicField, ...] = (
        PublicField.TEXT,
        PublicField.STATUS,
        PublicField.PROGRESS,
        PublicField.SDGS,
    )


@dataclass(frozen=True)
class PublicIndicator:
    """One indicator, by year: (year, target, reached), texts None when unknown."""

    label: str
    unit: str
    years: tuple[tuple[int, Decimal | None, Decimal | None], ...]


@dataclass(frozen=True)
class PublicElement:
    """One element as citizens see it; a field that was not chosen is None.

    :param parent: id of the public element above; empty at the top.
    :param also_under: ids of public elements that show it by a link.
    :param sdgs: numbers and titles.
    """

    id: str
    kind: Kind
    reference: str
    title: str
    parent: str
    also_under: tuple[str, ...] = ()
    text: str | None = None
    status: str | None = None
    progress: int | None = None
    begins: date | None = None
    ends: date | None = None
    sdgs: tuple[tuple[int, str], ...] | None = None
    budget: Decimal | None = None
    indicators: tuple[PublicIndicator, ...] | None = None
    partners: tuple[str, ...] | None = None


def public_elements(
    tree: Programme, choice: PublicChoice, today: date
) -> tuple[PublicElement, ...]:
    """Return what citizens see, in the order of the tree.

    An element is seen when it is published, its level is chosen, and everything above
    it is seen too; a part is seen when something in it is. Its figures are those of
    the whole of it, unpublished work included: they say how far the commune is.
    """
    visible = _visible(tree, choice)
    found = figures(tree, today)
    return tuple(
        _public(tree, one, choice, found[one.id], visible)
        for one in tree.walk()
        if one.id in visible and one.kind in PUBLIC_LEVELS
    )


def _visible(tree: Programme, choice: PublicChoice) -> frozenset[str]:
    seen: set[str] = set()
    for element in tree.walk():
        below = not element.parent or element.parent in seen
        target = tree.element(shown(tree, element.id))
        if target.kind not in choice.levels and target.kind is not Kind.PART:
            continue
        if target.kind is Kind.PART:
            seen.add(element.id)
        elif below and isinstance(target, Steered):
            if target.publication is Publication.PUBLISHED:
                seen.add(element.id)
    empty = {
        one.id
        for one in tree.of_kind(Kind.PART)
        if not any(child.id in seen for child in tree.children(one.id))
        or Kind.PART not in choice.levels
    }
    return frozenset(seen - empty)


def _public(
    tree: Programme,
    element: Element,
    choice: PublicChoice,
    found: Figures,
    visible: frozenset[str],
) -> PublicElement:
    return PublicElement(
        id=element.id,
        kind=element.kind,
        reference=reference(element) if tree.plan.use_reference_numbers else "",
        title=_title(element),
        parent=element.parent if element.parent in visible else "",
        also_under=tuple(
            link.parent for link in tree.links_to(element.id) if link.id in visible
        ),
        **dict(_chosen(element, choice, found)),  # type: ignore[arg-type]
    )


def _title(element: Element) -> str:
    public = element.public_title if isinstance(element, Steered) else ""
    return public or element.title


def _chosen(
    element: Element, choice: PublicChoice, found: Figures
) -> Iterator[tuple[str, object]]:
    if not isinstance(element, Steered):
        return
    wanted = choice.fields
    if PublicField.TEXT in wanted:
        yield "text", element.public_text
    if PublicField.STATUS in wanted:
        yield "status", STATUS_WORDS.get(element.state, "")
    if PublicField.PROGRESS in wanted:
        yield "progress", found.progress
    if PublicField.DATES in wanted and isinstance(element, Planned):
        yield "begins", element.effective_begin or element.planned_begin
        yield "ends", element.effective_end or found.deadline
    if PublicField.SDGS in wanted:
        yield "sdgs", tuple((one, goal(one).title) for one in element.sdgs)
    if PublicField.BUDGET in wanted:
        yield "budget", found.budget
    if PublicField.INDICATORS in wanted:
        yield "indicators", tuple(_indicators(element))
    if PublicField.PARTNERS in wanted and isinstance(element, Planned):
        yield "partners", element.partners


def _indicators(element: Steered) -> Iterator[PublicIndicator]:
    for one in element.indicators:
        yield PublicIndicator(
            one.label,
            one.unit,
            tuple((row.year, row.target, row.value) for row in by_year(one)),
        )

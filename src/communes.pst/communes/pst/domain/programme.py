"""One plan with all its elements, as a tree that can be walked both ways."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.errors.domain import Reason
from communes.pst.domain.choices import Kind
from communes.pst.domain.element import Element
from communes.pst.domain.element import Link
from communes.pst.domain.errors import because
from communes.pst.domain.errors import TreeRefused
from communes.pst.domain.errors import UnknownElement
from communes.pst.domain.plan import Plan
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType


# None is the plan itself.
_PARENTS: Mapping[Kind, frozenset[Kind | None]] = MappingProxyType(
    {
        Kind.PART: frozenset({None}),
        Kind.STRATEGIC: frozenset({None, Kind.PART}),
        Kind.OPERATIONAL: frozenset({Kind.STRATEGIC}),
        Kind.ACTION: frozenset({Kind.OPERATIONAL}),
        Kind.ACTION_LINK: frozenset({Kind.OPERATIONAL}),
        Kind.SUB_ACTION: frozenset({Kind.ACTION}),
        Kind.SUB_ACTION_LINK: frozenset({Kind.ACTION}),
        Kind.TASK: frozenset({Kind.ACTION, Kind.SUB_ACTION, Kind.TASK}),
    }
)

# What a link shows; a link to a link would hide whose money it is.
TARGETS: Mapping[Kind, Kind] = MappingProxyType(
    {
        Kind.ACTION_LINK: Kind.ACTION,
        Kind.SUB_ACTION_LINK: Kind.SUB_ACTION,
    }
)


def parent_kinds(kind: Kind) -> frozenset[Kind | None]:
    """Return the kinds an element of ``kind`` may stand under; None is the plan."""
    return _PARENTS[kind]


@dataclass(frozen=True)
class Programme:
    """A plan and its elements by id; make one with ``programme``.

    A value like any other: nothing in it changes, ``with_elements`` makes a new one.
    """

    plan: Plan
    elements: Mapping[str, Element]

    @cached_property
    def _children(self) -> Mapping[str, tuple[Element, ...]]:
        found: dict[str, list[Element]] = {}
        for element in self.elements.values():
            found.setdefault(element.parent, []).append(element)
        return {
            parent: tuple(sorted(row, key=lambda one: (one.position, one.id)))
            for parent, row in found.items()
        }

    @cached_property
    def _order(self) -> tuple[Element, ...]:
        return tuple(self._walk(""))

    @cached_property
    def _links(self) -> Mapping[str, tuple[Link, ...]]:
        found: dict[str, list[Link]] = {}
        for element in self.walk():
            if isinstance(element, Link):
                found.setdefault(element.target, []).append(element)
        return {target: tuple(row) for target, row in found.items()}

    def element(self, id: str) -> Element:
        """Return one element.

        :raises UnknownElement: there is none of that id.
        """
        try:
            return self.elements[id]
        except KeyError:
            raise UnknownElement(id=id) from None

    def children(self, id: str = "") -> tuple[Element, ...]:
        """Return what stands directly under ``id``, in order; empty: under the plan."""
        return self._children.get(id, ())

    def links_to(self, id: str) -> tuple[Link, ...]:
        """Return the links that show the element, in the order of the tree."""
        return self._links.get(id, ())

    def above(self, id: str) -> tuple[Element, ...]:
        """Return the elements above ``id``, from the top down, itself left out."""
        found: list[Element] = []
        parent = self.element(id).parent
        while parent:
            found.append(self.element(parent))
            parent = found[-1].parent
        return tuple(reversed(found))

    def walk(self, id: str = "") -> Iterator[Element]:
        """Yield everything below ``id``, each before what it holds, in order."""
        # Every computation walks the whole tree: that order is kept.
        return iter(self._order) if not id else self._walk(id)

    def _walk(self, id: str) -> Iterator[Element]:
        waiting = list(reversed(self.children(id)))
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(self.children(element.id)))

    def of_kind(self, *kinds: Kind) -> tuple[Element, ...]:
        """Return the elements of these kinds, in the order of the tree."""
        return tuple(one for one in self.walk() if one.kind in kinds)

    def nearest(self, id: str, *kinds: Kind) -> Element | None:
        """Return the closest element of these kinds: itself, or one above it."""
        if self.element(id).kind in kinds:
            return self.element(id)
        for element in reversed(self.above(id)):
            if element.kind in kinds:
                return element
        return None

    def with_elements(self, *changed: Element, plan: Plan | None = None) -> "Programme":
        """Return the programme with elements added or replaced by their id.

        :raises TreeRefused: the result is no tree.
        """
        elements = {**self.elements, **{one.id: one for one in changed}}
        return programme(plan or self.plan, elements.values())


def programme(plan: Plan, elements: Iterable[Element]) -> Programme:
    """Return the programme of these elements.

    :raises TreeRefused: an id twice, a parent or a link target that is not there or
        not of the right kind, or an element that stands below itself.
    """
    found: dict[str, Element] = {}
    reasons: list[Reason] = []
    for element in elements:
        if element.id in found or not element.id:
            reasons.append(
                because(
                    "element_twice",
                    "« ${title} » a un identifiant vide ou déjà pris (« ${id} »).",
                    title=element.title,
                    id=element.id,
                )
            )
        found[element.id] = element
    reasons += _loose_ends(found)
    reasons += _below_themselves(found)
    if reasons:
        raise TreeRefused(*reasons)
    return Programme(plan, MappingProxyType(found))


def _loose_ends(elements: Mapping[str, Element]) -> Iterator[Reason]:
    for element in elements.values():
        parent = elements.get(element.parent)
        above = parent.kind if parent else None
        if element.parent and parent is None:
            yield because(
                "parent_missing",
                "« ${title} » se trouve sous « ${parent} », qui n'existe pas.",
                title=element.title,
                parent=element.parent,
            )
        elif above not in parent_kinds(element.kind):
            yield because(
                "parent_of_wrong_level",
                "« ${title} » ne peut pas se trouver sous « ${parent} ».",
                title=element.title,
                parent=parent.title if parent else "le plan",
            )
        if isinstance(element, Link):
            yield from _loose_link(elements, element)


def _loose_link(elements: Mapping[str, Element], link: Link) -> Iterator[Reason]:
    target = elements.get(link.target)
    if target is None or target.kind is not TARGETS[link.kind]:
        yield because(
            "target_missing",
            "Le lien « ${title} » montre « ${target} », qui n'existe pas ou n'est "
            "pas de ce niveau.",
            title=link.title,
            target=link.target,
        )


def _below_themselves(elements: Mapping[str, Element]) -> Iterator[Reason]:
    rooted: set[str] = set()
    for element in elements.values():
        path: list[str] = []
        step: Element | None = element
        while step is not None and step.id not in rooted:
            if step.id in path:
                yield because(
                    "below_itself",
                    "« ${title} » se trouve sous lui-même.",
                    title=step.title,
                )
                break
            path.append(step.id)
            step = elements.get(step.parent)
        rooted.update(path)

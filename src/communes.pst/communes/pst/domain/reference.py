"""The short name an element keeps for life: OS.1, OO.2, A.3."""

from collections.abc import Mapping
from communes.core.errors.domain import InvalidInput
from communes.pst.domain.choices import Kind
from communes.pst.domain.element import Element
from communes.pst.domain.errors import I18N_DOMAIN
from communes.pst.domain.programme import Programme
from dataclasses import replace
import re
from types import MappingProxyType


PREFIXES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.STRATEGIC: "OS",
        Kind.OPERATIONAL: "OO",
        Kind.ACTION: "A",
        Kind.SUB_ACTION: "SA",
        Kind.ACTION_LINK: "AL",
        Kind.SUB_ACTION_LINK: "SAL",
    }
)

_KINDS = {prefix: kind for kind, prefix in PREFIXES.items()}
_SHAPE = re.compile(r"(OS|OO|AL|A|SAL|SA)\.?\s?([1-9]\d*)", re.IGNORECASE)


class UnreadableReference(InvalidInput):
    """A text is no reference. Cure: write a level and a number, as in « A.12 »."""

    code = "unreadable_reference"
    template = (
        "« ${value} » n'est pas une référence : écrivez le niveau et le numéro, "
        "par exemple « OO.2 » ou « A.12 »."
    )
    i18n_domain = I18N_DOMAIN


def reference(element: Element) -> str:
    """Return "A.12"; the prefix alone without a number; empty for parts and tasks."""
    prefix = PREFIXES.get(element.kind, "")
    return f"{prefix}.{element.number}" if prefix and element.number else prefix


def titled(element: Element, use_numbers: bool = True) -> str:
    """Return the title as agents read it: "Rénover l'école (A.12)"."""
    name = reference(element) if use_numbers else PREFIXES.get(element.kind, "")
    return f"{element.title} ({name})" if name else element.title


def trail(tree: Programme, id: str) -> str:
    """Return the references from the top down: "OS.1 OO.2 A.12"."""
    path = (*tree.above(id), tree.element(id))
    return " ".join(name for one in path if (name := reference(one)))


def parsed(text: str) -> tuple[Kind, int]:
    """Return the level and the number of a reference a person wrote ("a 12").

    :raises UnreadableReference: it is none.
    """
    found = _SHAPE.fullmatch(text.strip())
    if found is None:
        raise UnreadableReference(value=text)
    return _KINDS[found[1].upper()], int(found[2])


def by_reference(tree: Programme) -> Mapping[str, Element]:
    """Return the numbered elements by their reference."""
    return {reference(one): one for one in tree.walk() if one.number}


def numbered(tree: Programme) -> Programme:
    """Return the programme with a number on each element that should have one.

    Numbers go on from the plan's last one, in the order of the tree, over all levels:
    a number is given once in the life of a plan, even after what bore it is deleted.
    """
    highest = max((one.number for one in tree.elements.values()), default=0)
    last = max(tree.plan.last_number, highest)
    changed: list[Element] = []
    for element in tree.walk():
        if element.kind in PREFIXES and not element.number:
            last += 1
            changed.append(replace(element, number=last))
    return tree.with_elements(*changed, plan=replace(tree.plan, last_number=last))

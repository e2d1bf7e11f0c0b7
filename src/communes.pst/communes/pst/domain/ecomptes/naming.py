"""Titles in the file carry the references, so that levels and numbers come back."""

from communes.pst.domain.choices import Kind
from communes.pst.domain.element import Element
from communes.pst.domain.programme import Programme
from communes.pst.domain.reference import parsed
from communes.pst.domain.reference import reference
from dataclasses import dataclass
import re


LONGEST = 255

_PREFIX = re.compile(r"(?:A\.(?P<action>\d+) - )?(?P<own>(?:OS|OO|A|SA)\.\d+) - ")


@dataclass(frozen=True)
class Named:
    """A title of a file, read.

    :param number: reference number; 0 when the title has none.
    :param sub: whether it is a sub-action.
    :param action: number of the action it belongs to; 0 when it is none.
    """

    title: str
    number: int = 0
    sub: bool = False
    action: int = 0


def libelle(tree: Programme, element: Element) -> str:
    """Return "A.3 - SA.4 - Titre", not yet cut to what the file accepts."""
    names = [reference(element)] if element.number else []
    if element.kind is Kind.SUB_ACTION and element.number:
        above = tree.element(element.parent)
        names = [reference(above), *names] if above.number else names
    return " - ".join([*names, element.title])


def shortened(text: str, longest: int = LONGEST) -> str:
    """Return a text of at most ``longest`` characters, cut with an ellipsis."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def read_libelle(text: str) -> Named:
    """Return what such a title says."""
    found = _PREFIX.match(text)
    if found is None:
        return Named(text)
    kind, number = parsed(found["own"])
    return Named(
        text[found.end() :],
        number,
        kind is Kind.SUB_ACTION,
        int(found["action"] or 0),
    )

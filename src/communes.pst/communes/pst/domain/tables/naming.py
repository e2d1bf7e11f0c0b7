"""Elements found by what a cell calls them: an id, or a reference."""

from collections.abc import Mapping
from communes.pst.domain.element import Element
from communes.pst.domain.errors import InvalidValue
from communes.pst.domain.reference import parsed
from communes.pst.domain.reference import UnreadableReference
from communes.pst.domain.tables.sheet import PLAN


class Names:
    """The elements a workbook may name."""

    def __init__(self, elements: Mapping[str, Element]) -> None:
        self.elements = elements
        self.numbers = {
            (one.kind, one.number): one.id for one in elements.values() if one.number
        }

    def id_of(self, text: str, field: str) -> str:
        """Return the id of what ``text`` names; empty for the plan itself.

        :raises InvalidValue: nothing has that id or that reference.
        """
        text = text.strip()
        if text in self.elements:
            return text
        if text.casefold() == PLAN.casefold():
            return ""
        found = self.by_reference(text)
        if found is None:
            raise InvalidValue(
                field=field,
                value=text,
                expected="l'identifiant ou la référence d'un élément",
            )
        return found

    def by_reference(self, text: str) -> str | None:
        """Return the id of the element of a reference, or None."""
        try:
            kind, number = parsed(text)
        except UnreadableReference:
            return None
        return self.numbers.get((kind, number))

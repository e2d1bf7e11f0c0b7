"""The tree of categories that directory, agenda and news share."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.web.domain.errors import BadCategory
from dataclasses import dataclass


@dataclass(frozen=True)
class Category:
    """A category below its ``parent``; the first ones have none."""

    id: str
    title: str
    parent: str = ""


class Taxonomy:
    """Categories in the order they were given, none below itself."""

    def __init__(self, categories: Iterable[Category]) -> None:
        """Take the categories.

        :raises BadCategory: one stands twice, below nothing known, or below itself.
        """
        rows = tuple(categories)
        self._known: Mapping[str, Category] = {one.id: one for one in rows}
        seen: set[str] = set()
        for one in rows:
            if one.id in seen or (one.parent and one.parent not in self._known):
                raise BadCategory(field="categories", name=one.title)
            seen.add(one.id)
        for one in rows:
            self.path(one.id)
        self._below: dict[str, list[Category]] = {}
        for one in rows:
            self._below.setdefault(one.parent, []).append(one)

    def path(self, id: str) -> tuple[Category, ...]:
        """Return a category after those it is below of, from the first one.

        :raises BadCategory: there is no such category, or it is below itself.
        """
        found: list[Category] = []
        here = id
        while here:
            one = self._known.get(here)
            if one is None or one in found:
                raise BadCategory(field="categories", name=id)
            found.append(one)
            here = one.parent
        return tuple(reversed(found))

    def below(self, id: str = "") -> tuple[Category, ...]:
        """Return the categories right below one, or the first ones."""
        return tuple(self._below.get(id, ()))

    def within(self, id: str) -> frozenset[str]:
        """Return a category and all those below it: what a filter finds."""
        found, waiting = set[str](), [id]
        while waiting:
            here = waiting.pop()
            found.add(here)
            waiting += [one.id for one in self.below(here)]
        return frozenset(found)

"""A whole export of the former software judged object by object."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.importing.domain import Fate
from communes.core.importing.domain import refused
from communes.core.importing.domain import Row
from communes.pst.domain.checking import problems
from communes.pst.domain.choices import Kind
from communes.pst.domain.choices import PartKind
from communes.pst.domain.element import Element
from communes.pst.domain.element import Part
from communes.pst.domain.element import StrategicObjective
from communes.pst.domain.errors import because
from communes.pst.domain.errors import TreeRefused
from communes.pst.domain.fields import FIELD_LABELS
from communes.pst.domain.imio.objects import element_of
from communes.pst.domain.imio.objects import OldNames
from communes.pst.domain.imio.space import plan_of
from communes.pst.domain.imio.told import Told
from communes.pst.domain.labels import KIND_LABELS
from communes.pst.domain.labels import PART_LABELS
from communes.pst.domain.plan import Plan
from communes.pst.domain.programme import Programme
from communes.pst.domain.programme import programme
from dataclasses import dataclass
from dataclasses import replace


SPACE = "pstprojectspace"

# Tasks stand in tasks; nobody nests them this deep.
DEEPEST = 20

_SYMLINKS = frozenset({"symlink", "action_link", "subaction_link"})


@dataclass(frozen=True)
class Taken:
    """What an export makes.

    :param rows: one for each object that is an element; ``number`` is its place in
        the export, from 1.
    :param tree: the programme; None when a row is refused.
    :param ignored: how many objects of each other type were left out (annexes…).
    """

    rows: tuple[Row, ...]
    tree: Programme | None
    ignored: Mapping[str, int]


def read_export(data: object, names: OldNames) -> Taken:
    """Return the programme of an export.

    :param data: the project space as plone.restapi serialises it with ``fullobjects``:
        every container has its whole objects in ``items``, however deep.
    :param names: what services and people of there are called here.

    Ids and external ids are the UIDs. The parts (volets) were categories there: a
    strategic objective whose categories all begin with « Volet interne » or « Volet
    externe » comes to stand in that part.
    """
    if not isinstance(data, Mapping) or data.get("@type") != SPACE:
        reason = because(
            "no_space",
            "L'export doit être celui d'un espace de projets (« ${type} »), avec tout "
            "ce qu'il contient.",
            type=SPACE,
        )
        return Taken((refused(0, "export", reason),), None, {})
    reader = _Reader(names)
    told = Told(data)
    plan = plan_of(told)
    reader.walk(data, "", None)
    if told.reasons:
        reader.rows.insert(0, refused(0, plan.title, *told.reasons))
    elements = _in_parts(plan, reader.elements)
    return reader.judged(plan, elements)


class _Reader:
    """One reading; elements, rows and what was ignored gather as it goes."""

    def __init__(self, names: OldNames) -> None:
        self.names = names
        self.elements: list[Element] = []
        self.rows: list[Row] = []
        self.ignored: Counter[str] = Counter()

    def walk(
        self,
        data: Mapping[str, object],
        parent: str,
        above: Kind | None,
        depth: int = 0,
    ) -> None:
        """Take what a container holds."""
        items = data.get("items")
        for position, one in enumerate(items if isinstance(items, list) else ()):
            if not isinstance(one, Mapping):
                continue
            if depth > DEEPEST:
                self.ignored["trop profond"] += 1
                continue
            kind = _kind(str(one.get("@type", "")), above)
            if kind is None:
                self.ignored[str(one.get("@type", ""))] += 1
                continue
            told = Told(one)
            element = element_of(told, kind, parent, position, self.names)
            number = len(self.rows) + 1
            key = f"{KIND_LABELS[kind]} « {element.title} »"
            if told.reasons:
                self.rows.append(refused(number, key, *told.reasons))
            else:
                self.rows.append(Row(number, key, Fate.CREATED))
            self.elements.append(element)
            if kind not in (Kind.ACTION_LINK, Kind.SUB_ACTION_LINK):
                self.walk(one, element.id, kind, depth + 1)

    def judged(self, plan: Plan, elements: list[Element]) -> Taken:
        """Return the programme, or every reason why there is none."""
        try:
            tree = programme(plan, elements)
        except TreeRefused as error:
            self.rows.append(refused(0, plan.title, *error.reasons))
            return Taken(tuple(self.rows), None, self.ignored)
        # Elements and rows were taken together, one for one.
        rows = [row for row in self.rows if row.number]
        for row, element in zip(rows, self.elements, strict=True):
            found = [
                because(
                    one.reason.code,
                    "${field} : ${sentence}",
                    field=FIELD_LABELS.get(one.field, one.field),
                    sentence=str(one.reason),
                )
                for one in problems(tree, element.id)
            ]
            if found and row.fate is not Fate.REFUSED:
                self.rows[self.rows.index(row)] = refused(row.number, row.key, *found)
        good = all(row.fate is not Fate.REFUSED for row in self.rows)
        return Taken(tuple(self.rows), tree if good else None, self.ignored)


def _kind(type: str, above: Kind | None) -> Kind | None:
    if type in _SYMLINKS:
        return {
            Kind.OPERATIONAL: Kind.ACTION_LINK,
            Kind.ACTION: Kind.SUB_ACTION_LINK,
        }.get(above or Kind.PART)
    known = {kind.value: kind for kind in Kind if kind is not Kind.PART}
    return known.get(type)


def _in_parts(plan: Plan, elements: list[Element]) -> list[Element]:
    """Return the elements with the parts their categories speak of."""
    titles = {term.id: term.title for term in plan.categories}
    placed: list[Element] = []
    parts: dict[PartKind, str] = {}
    for one in elements:
        side = _side(one, titles)
        if side is not None:
            id = parts.setdefault(side, f"{plan.id}-{side.value}")
            one = replace(one, parent=id)
        placed.append(one)
    return [*_parts(parts), *placed]


def _parts(found: Mapping[PartKind, str]) -> Iterator[Part]:
    for position, (side, id) in enumerate(sorted(found.items(), reverse=True)):
        yield Part(id, PART_LABELS[side], position=position, side=side)


def _side(one: Element, titles: Mapping[str, str]) -> PartKind | None:
    if not isinstance(one, StrategicObjective) or not one.categories:
        return None
    for side, label in PART_LABELS.items():
        if all(titles.get(id, "").startswith(label) for id in one.categories):
            return side
    return None

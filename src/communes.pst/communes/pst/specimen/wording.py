"""The words of the specimen, read from the table beside this module."""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from functools import cache
from itertools import count
from pathlib import Path
import tomllib


_TABLE = Path(__file__).with_name("programme.toml")


@dataclass(frozen=True)
class ObjectiveWords:
    """An operational objective: its title, who does it, what is done.

    :param indicator: label, unit, baseline, target, direction.
    """

    title: str
    services: tuple[str, ...]
    indicator: tuple[str, str, float, float, str]
    actions: tuple[str, ...]
    works: bool = False
    synergy: bool = False
    plans: tuple[str, ...] = ()


@dataclass(frozen=True)
class StrategicWords:
    """A strategic objective with what stands below it."""

    title: str
    side: str
    sdgs: tuple[int, ...]
    text: str
    objectives: tuple[ObjectiveWords, ...]
    plans: tuple[str, ...] = ()


@dataclass(frozen=True)
class Words:
    """All the words; ``places`` fill the gaps of the titles."""

    strategic: tuple[StrategicWords, ...]
    sectors: tuple[tuple[str, str], ...]
    places: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def objectives(self) -> tuple[ObjectiveWords, ...]:
        """The operational objectives, in order."""
        return tuple(one for top in self.strategic for one in top.objectives)


@cache
def words() -> Words:
    """Return the words of the programme."""
    data = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return Words(
        strategic=tuple(_strategic(row) for row in data["strategic"]),
        sectors=tuple((row["id"], row["title"]) for row in data["sectors"]),
        places={
            "village": tuple(data["villages"]),
            "rue": tuple(data["rues"]),
            "ecole": tuple(data["ecoles"]),
        },
    )


def titles(objective: ObjectiveWords, start: int) -> Iterator[str]:
    """Yield titles of actions without end, none of them twice.

    First each as it stands, then those of a place for the places after it, then all
    over again as later phases.

    :param start: which place comes first, so that objectives do not all name the same.
    """
    given: set[str] = set()
    places = words().places
    for turn in count():
        for index, template in enumerate(objective.actions):
            shift = start + index + turn
            filled = template.format(
                **{name: rows[shift % len(rows)] for name, rows in places.items()}
            )
            if filled in given:
                if turn < len(places["village"]):
                    continue
                filled = f"{filled} : phase {turn // len(places['village']) + 1}"
            if filled not in given:
                given.add(filled)
                yield filled


def _strategic(row: dict[str, object]) -> StrategicWords:
    known = {name: _frozen(value) for name, value in row.items()}
    objectives = row["objectives"]
    assert isinstance(objectives, list)
    known["objectives"] = tuple(
        ObjectiveWords(**{name: _frozen(value) for name, value in one.items()})
        for one in objectives
    )
    return StrategicWords(**known)  # type: ignore[arg-type]


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value

"""Texts, judged questions, and the measure of a ranking: plain values and files."""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from math import log2
import re


DEPTH = 10
_HEAD = re.compile(r"@ (?P<id>\S+) \| (?P<kind>[^|]+) \| (?P<title>.+)")


@dataclass(frozen=True)
class Text:
    """One text of the collection; ``kind`` says where in a commune it comes from."""

    id: str
    kind: str
    title: str
    body: str


@dataclass(frozen=True)
class Question:
    """What somebody types, and the grade (1 to 3) of each text that answers it.

    ``held`` questions were not looked at while weights were chosen.
    """

    text: str
    held: bool
    grades: Mapping[str, int]


def texts() -> tuple[Text, ...]:
    """Return the collection, in the order of its files."""
    return tuple(
        _text(block)
        for path in sorted(files(__package__).joinpath("corpus").iterdir(), key=str)
        for block in path.read_text(encoding="utf-8").strip().split("\n\n")
    )


def questions() -> tuple[Question, ...]:
    """Return the judged questions, in the order of their file."""
    lines = files(__package__).joinpath("queries.txt").read_text(encoding="utf-8")
    return tuple(
        _question(line) for line in lines.splitlines() if line and line[0] != "#"
    )


def ndcg(
    ranking: Sequence[str], grades: Mapping[str, int], depth: int = DEPTH
) -> float:
    """Return the nDCG at ``depth`` of a ranking of ids, from 0.0 to 1.0.

    Gain 2^grade - 1, discount log2(place + 1); an id counts at its first place only.
    """
    first = list(dict.fromkeys(ranking))[:depth]
    best = _gained(sorted(grades.values(), reverse=True)[:depth])
    return _gained([grades.get(id_, 0) for id_ in first]) / best


def mean(values: Sequence[float]) -> float:
    """Return the mean; 0.0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def _gained(grades: Sequence[int]) -> float:
    places = enumerate(grades, start=1)
    return sum(float(2**grade - 1) / log2(place + 1) for place, grade in places)


def _text(block: str) -> Text:
    head, _newline, body = block.partition("\n")
    found = _HEAD.fullmatch(head)
    if found is None:
        raise ValueError(f"no head of a text: {head}")
    return Text(found["id"], found["kind"], found["title"], body)


def _question(line: str) -> Question:
    part, text, judged = (each.strip() for each in line.split("|"))
    if part not in ("train", "held"):
        raise ValueError(f"{part} is neither train nor held: {line}")
    pairs = (one.rpartition(":") for one in judged.split())
    return Question(text, part == "held", {id_: int(grade) for id_, _, grade in pairs})

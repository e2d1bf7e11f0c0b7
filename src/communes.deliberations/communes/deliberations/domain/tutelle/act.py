"""The acts that are supervised, read from the dated table beside this module."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
import tomllib


_TABLE = Path(__file__).with_name("acts.toml")


class TutelleKind(StrEnum):
    """How the authority supervises: it approves beforehand, or may annul."""

    APPROVAL = "approval"
    ANNULMENT = "annulment"


KIND_LABELS: Mapping[TutelleKind, str] = {
    TutelleKind.APPROVAL: "Tutelle spéciale d'approbation",
    TutelleKind.ANNULMENT: "Tutelle générale d'annulation",
}


@dataclass(frozen=True)
class SupervisedAct:
    """One kind of act over one period; ``verified_on`` None: not yet confirmed."""

    id: str
    title: str
    kind: str
    days: int
    extension: int
    article: str
    source: str
    starts: date
    ends: date | None = None
    verified_on: date | None = None


@cache
def acts() -> tuple[SupervisedAct, ...]:
    """Return the whole table, as delivered with the suite."""
    rows = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["act"]
    return tuple(SupervisedAct(**row) for row in rows)


def act_on(id: str, day: date) -> SupervisedAct | None:
    """Return the act ``id`` as the table has it on ``day``, or None."""
    found = [one for one in acts() if one.id == id and _covers(one, day)]
    return found[-1] if found else None


def _covers(act: SupervisedAct, day: date) -> bool:
    return act.starts <= day and (act.ends is None or day <= act.ends)

"""A programme frozen on one day: what it said, what it came to, and a seal on both."""

from collections.abc import Mapping
from communes.core.errors.domain import RuleRefused
from communes.pst.domain.budget import rolled_up
from communes.pst.domain.choices import Health
from communes.pst.domain.deadline import planning
from communes.pst.domain.errors import I18N_DOMAIN
from communes.pst.domain.health import healths
from communes.pst.domain.plain import decimal_text
from communes.pst.domain.plain import programme_from
from communes.pst.domain.plain import programme_to_plain
from communes.pst.domain.programme import Programme
from communes.pst.domain.progress import progresses
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
import json


FORMAT = "communes.pst.snapshot"
VERSION = 1


class SnapshotBroken(RuleRefused):
    """A frozen text is not what was sealed, or is of another format.

    Cause: it was changed after it was frozen. Cure: take it from a backup.
    """

    code = "snapshot_broken"
    template = (
        "La photo « ${label} » n'est plus celle qui a été figée : son empreinte ne "
        "correspond pas. Reprenez-la d'une sauvegarde."
    )
    i18n_domain = I18N_DOMAIN


@dataclass(frozen=True)
class Figures:
    """What one element came to on the day; they are kept, not computed again.

    :param progress: percents.
    :param origin: what the progress was taken from.
    :param budget: total in euros of what counts in the totals.
    """

    progress: int
    origin: str
    health: Health
    deadline: date | None
    budget: Decimal


@dataclass(frozen=True)
class Snapshot:
    """A frozen programme.

    :param text: canonical JSON: sorted keys, no spaces, UTF-8.
    :param digest: SHA-256 of ``text``, in hexadecimal.
    """

    label: str
    taken_on: date
    text: str
    digest: str


@dataclass(frozen=True)
class Frozen:
    """What a snapshot holds, read back."""

    label: str
    taken_on: date
    tree: Programme
    figures: Mapping[str, Figures]


def canonical(value: object) -> str:
    """Return plain values as the one JSON text that says them."""
    return json.dumps(
        value,
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        allow_nan=False,
    )


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hexadecimal."""
    return sha256(text.encode("utf-8")).hexdigest()


def figures(tree: Programme, today: date) -> Mapping[str, Figures]:
    """Return what every element comes to on ``today``, links included."""
    progress = progresses(tree, today)
    health = healths(tree)
    ends = planning(tree).ends
    budget = rolled_up(tree)
    return {
        one.id: Figures(
            progress[one.id].percent,
            progress[one.id].origin.value,
            health[one.id].health if one.id in health else Health.GOOD,
            ends[one.id].day if one.id in ends else None,
            budget[one.id].total if one.id in budget else Decimal(0),
        )
        for one in tree.walk()
    }


def freeze(tree: Programme, today: date, label: str) -> Snapshot:
    """Return the programme frozen as it is on ``today``."""
    found = figures(tree, today)
    text = canonical(
        {
            "format": FORMAT,
            "version": VERSION,
            "label": label,
            "taken_on": today.isoformat(),
            **programme_to_plain(tree),
            "figures": {id: _plain_figures(one) for id, one in found.items()},
        }
    )
    return Snapshot(label, today, text, digest_of(text))


def opened(snapshot: Snapshot) -> Frozen:
    """Return what a snapshot holds, its seal checked first.

    :raises SnapshotBroken: the text is not the one that was sealed, or no snapshot.
    """
    if digest_of(snapshot.text) != snapshot.digest:
        raise SnapshotBroken(label=snapshot.label)
    data = json.loads(snapshot.text)
    if data.get("format") != FORMAT or data.get("version") != VERSION:
        raise SnapshotBroken(label=snapshot.label)
    return Frozen(
        data["label"],
        date.fromisoformat(data["taken_on"]),
        programme_from({"plan": data["plan"], "elements": data["elements"]}),
        {id: _figures_from(one) for id, one in data["figures"].items()},
    )


def _plain_figures(one: Figures) -> dict[str, object]:
    return {
        "progress": one.progress,
        "origin": one.origin,
        "health": one.health.value,
        "deadline": one.deadline.isoformat() if one.deadline else None,
        "budget": decimal_text(one.budget),
    }


def _figures_from(data: Mapping[str, str | int | None]) -> Figures:
    deadline = data["deadline"]
    return Figures(
        int(data["progress"] or 0),
        str(data["origin"]),
        Health(str(data["health"])),
        date.fromisoformat(str(deadline)) if deadline else None,
        Decimal(str(data["budget"])),
    )

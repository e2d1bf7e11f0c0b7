"""The letter that reminds somebody of what waits in a programme, and when it goes."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from communes.core.parts.domain.writing import counted
from communes.pst.domain.element import OperationalObjective
from communes.pst.domain.programme import Programme
from communes.pst.domain.reference import titled
from communes.pst.domain.reminder import carrier
from communes.pst.domain.reminder import Cause
from communes.pst.domain.reminder import CAUSE_LABELS
from communes.pst.domain.reminder import Reminder
from communes.pst.domain.settings import Frequency
from dataclasses import dataclass
from datetime import date
from datetime import timedelta


#: Rows of one letter: the lists of the programme hold the rest.
MOST_ROWS = 25
#: Causes whose days are told, and how.
_DAYS = {Cause.LATE: "depuis", Cause.DUE_SOON: "dans"}


@dataclass(frozen=True)
class Told:
    """What one letter says of one programme.

    ``own`` is what the person carries or does; ``followed`` is what they answer for
    as head of an objective. ``address`` is where the lists of the programme are.
    """

    plan: str
    address: str
    own: tuple["Row", ...] = ()
    followed: tuple["Row", ...] = ()


@dataclass(frozen=True)
class Row:
    """One element in a letter: what it is, why it is told, where it is."""

    title: str
    why: str
    url: str


def begins(day: date, frequency: Frequency) -> date | None:
    """Return the first day of the week or month of ``day``; None without letters."""
    if frequency is Frequency.WEEKLY:
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if frequency is Frequency.MONTHLY else None


def is_due(day: date, frequency: Frequency, told_on: date) -> bool:
    """Return whether letters go today, the last ones being of ``told_on``.

    Once in each week or month: the first day somebody looks.
    """
    first = begins(day, frequency)
    return first is not None and told_on < first


def heads(tree: Programme, id: str) -> tuple[str, ...]:
    """Return the accounts of who answers for the objective an element belongs to."""
    for element in (tree.element(id), *reversed(tree.above(id))):
        if isinstance(element, OperationalObjective):
            return element.administratives
    return ()


def by_head(
    tree: Programme, found: Iterable[Reminder]
) -> Mapping[str, tuple[Reminder, ...]]:
    """Return what each head is told: what is late, and what nobody carries.

    What they carry themselves is in their own rows, not here.
    """
    people: dict[str, list[Reminder]] = {}
    for one in found:
        who = carrier(tree, one.element)
        if who and Cause.LATE not in one.causes:
            continue
        for head in heads(tree, one.element):
            if head != who:
                people.setdefault(head, []).append(one)
    return {person: tuple(rows) for person, rows in people.items()}


def row(tree: Programme, reminder: Reminder, url: str) -> Row:
    """Return the line of an element: its causes in words, the most pressing first."""
    why = [_cause(one, reminder.days) for one in reminder.causes]
    element = tree.element(reminder.element)
    return Row(titled(element, tree.plan.use_reference_numbers), ", ".join(why), url)


def letter(name: str, told: Sequence[Told], choose_url: str) -> tuple[str, str] | None:
    """Return the subject and the plain text of a letter; None with nothing to tell.

    :param name: the person, as they are greeted.
    :param choose_url: where they say that they want no more of them.
    """
    count = sum(len(one.own) + len(one.followed) for one in told)
    if not count:
        return None
    said = counted(count, "élément vous attend", "éléments vous attendent")
    lines = [f"Bonjour {name},", "", *_told(told)]
    lines += [
        "--",
        "Vous recevez ce message parce que vous portez ces actions, faites ces tâches "
        "ou répondez de ces objectifs.",
        f"Pour ne plus en recevoir : {choose_url}",
    ]
    return f"Programme stratégique : {said}", "\n".join(lines)


def _told(told: Sequence[Told]) -> Iterator[str]:
    left = MOST_ROWS
    for one in told:
        groups = (
            ("Ce que vous portez", one.own),
            ("Dans les objectifs dont vous répondez", one.followed),
        )
        if not (one.own or one.followed):
            continue
        yield from (one.plan, "=" * len(one.plan), "")
        for heading, rows in groups:
            if not rows:
                continue
            yield from (f"{heading} :", "")
            for each in rows[:left]:
                yield from (f"- {each.title}", f"  {each.why}", f"  {each.url}", "")
            more = len(rows) - len(rows[:left])
            left -= len(rows[:left])
            if more:
                yield from (f"et {more} de plus : {one.address}", "")


def _cause(cause: Cause, days: int) -> str:
    words = CAUSE_LABELS[cause]
    if cause not in _DAYS:
        return words
    if not days:
        return f"{words} (aujourd'hui)"
    return f"{words} ({_DAYS[cause]} {counted(days, 'jour')})"

"""The place an item takes on an agenda, by the chained rules of its assembly."""

from collections.abc import Iterable
from collections.abc import Sequence
from communes.core.errors.domain import Reason
from communes.deliberations.domain.agenda import AgendaEntry
from communes.deliberations.domain.agenda import blocks
from communes.deliberations.domain.agenda import by_number
from communes.deliberations.domain.agenda import display_number
from communes.deliberations.domain.agenda import numbered
from communes.deliberations.domain.agenda import STEP
from communes.deliberations.domain.choices import InsertionRule
from communes.deliberations.domain.choices import PollType
from communes.deliberations.domain.choices import Privacy
from communes.deliberations.domain.errors import because
from communes.deliberations.domain.settings import AssemblySettings
from dataclasses import dataclass
from dataclasses import replace
import unicodedata


@dataclass(frozen=True)
class Orders:
    """The orders that live outside the settings: of services and of members."""

    services: tuple[str, ...] = ()
    groups_in_charge: tuple[str, ...] = ()


def sort_key(
    entry: AgendaEntry, assembly: AssemblySettings, orders: Orders
) -> tuple[int | str, ...]:
    """Return the key that places ``entry`` by the assembly's chained rules.

    What a rule's list does not know comes after everything it knows.
    """
    return tuple(
        _criterion(InsertionRule(rule), entry, assembly, orders)
        for rule in assembly.insertion_rules
    )


def inserted(
    agenda: Iterable[AgendaEntry],
    new: AgendaEntry,
    assembly: AssemblySettings,
    orders: Orders,
) -> tuple[AgendaEntry, ...]:
    """Return the agenda with ``new`` at its place, everything renumbered.

    It goes after the last main item the rules do not put behind it, so that an
    order made by hand is disturbed as little as possible. Sub-items stay with theirs.
    """
    groups = blocks(agenda)
    groups.insert(_place(groups, new, assembly, orders), [new])
    return numbered(groups)


def inserted_late(
    agenda: Iterable[AgendaEntry],
    new: AgendaEntry,
    assembly: AssemblySettings,
    orders: Orders,
) -> tuple[AgendaEntry, ...]:
    """Return a frozen agenda with ``new``, no number already sent being changed.

    At the end it takes the next number; elsewhere a sub-number of the item it
    follows (7.1), or of the first item when it would precede them all.
    """
    groups = blocks(agenda)
    place = _place(groups, new, assembly, orders)
    if place == len(groups):
        last = groups[-1][0].number if groups else 0
        number = last - last % STEP + STEP
    else:
        number = groups[max(place - 1, 0)][-1].number + 1
    return by_number(
        (*(entry for group in groups for entry in group), replace(new, number=number))
    )


def sorted_agenda(
    entries: Iterable[AgendaEntry], assembly: AssemblySettings, orders: Orders
) -> tuple[AgendaEntry, ...]:
    """Return all entries put back in the order of the rules, and renumbered."""
    groups = blocks(entries)
    groups.sort(key=lambda group: sort_key(group[0], assembly, orders))
    return numbered(groups)


def agenda_warnings(
    agenda: Iterable[AgendaEntry], assembly: AssemblySettings
) -> tuple[Reason, ...]:
    """Return what the order of an agenda has against it, without forbidding it.

    CDLD L1122-22: the closed part comes after the public one, save for discipline;
    hence a warning and no refusal.
    """
    if not assembly.public:
        return ()
    closed_before = False
    found = []
    for entry in by_number(agenda):
        if entry.privacy == Privacy.CLOSED:
            closed_before = True
        elif closed_before:
            found.append(
                because(
                    "public_after_closed",
                    "Le point ${number}, public, vient après un point à huis clos : "
                    "hors matière disciplinaire, le huis clos vient en dernier.",
                    number=display_number(entry.number),
                )
            )
    return tuple(found)


def _place(
    groups: Sequence[Sequence[AgendaEntry]],
    new: AgendaEntry,
    assembly: AssemblySettings,
    orders: Orders,
) -> int:
    key = sort_key(new, assembly, orders)
    for place in range(len(groups), 0, -1):
        if sort_key(groups[place - 1][0], assembly, orders) <= key:
            return place
    return 0


def _criterion(
    rule: InsertionRule,
    entry: AgendaEntry,
    assembly: AssemblySettings,
    orders: Orders,
) -> int | str:
    if rule == InsertionRule.TITLE:
        return _folded(entry.title)
    if rule == InsertionRule.LIST_TYPE:
        return _list_type_rank(entry.list_type, assembly)
    known: dict[InsertionRule, tuple[str, tuple[str, ...]]] = {
        InsertionRule.PRIVACY: (entry.privacy, tuple(Privacy)),
        InsertionRule.CATEGORY: (
            entry.category,
            tuple(category.id for category in assembly.categories),
        ),
        InsertionRule.SERVICE: (entry.service, orders.services),
        InsertionRule.GROUP_IN_CHARGE: (
            entry.group_in_charge,
            orders.groups_in_charge,
        ),
        InsertionRule.TREATMENT: (entry.treatment, assembly.treatments),
        InsertionRule.POLL_TYPE: (entry.poll_type, tuple(PollType)),
        InsertionRule.SENT_TO: (
            entry.sent_to,
            tuple(destination.assembly for destination in assembly.send_to),
        ),
    }
    value, order = known[rule]
    return order.index(value) if value in order else len(order)


def _list_type_rank(list_type: str, assembly: AssemblySettings) -> int:
    """A type that forms no block of its own ranks with the block before it."""
    rank = 0
    for place, one in enumerate(assembly.list_types):
        if one.ordered:
            rank = place
        if one.id == list_type:
            return rank
    return len(assembly.list_types)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))

"""Which advices an item calls for by itself, and within which delay each is due."""

from communes.core.deadlines.domain.deadline import Deadline
from communes.core.deadlines.domain.deadline import expiry_after_calendar_days
from communes.core.deadlines.domain.deadline import expiry_after_working_days
from communes.core.deadlines.domain.working_calendar import ONE_DAY
from communes.core.deadlines.domain.working_calendar import WorkingCalendar
from communes.deliberations.domain.advices.legality import delay_at
from communes.deliberations.domain.advices.legality import threshold_at
from communes.deliberations.domain.advices.settings import AdviceSettings
from communes.deliberations.domain.advices.settings import AdviserRule
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class AdvisedItem:
    """What the rules look at in an item; ``amount`` without VAT, None: not said."""

    service: str = ""
    category: str = ""
    groups_in_charge: tuple[str, ...] = ()
    budget_related: bool = False
    amount: Decimal | None = None


@dataclass(frozen=True)
class Delay:
    """So many days of one kind, and where the number comes from."""

    days: int
    unit: str
    source: str


def automatic_rules(
    settings: AdviceSettings, item: AdvisedItem, today: date
) -> tuple[AdviserRule, ...]:
    """Return the rules that ask an advice on the item, in their order.

    The variants of a row (urgent, prolonged) are chosen by a person, never by a rule.
    """
    return tuple(
        rule
        for rule in settings.rules
        if rule.automatic
        and not rule.chained_to
        and concerns(settings, rule, item, today)
    )


def concerns(
    settings: AdviceSettings, rule: AdviserRule, item: AdvisedItem, today: date
) -> bool:
    """Return whether every condition of a rule holds for the item on that day."""
    return (
        in_validity(rule, today)
        and (not rule.services or item.service in rule.services)
        and (not rule.categories or item.category in rule.categories)
        and (
            not rule.groups_in_charge
            or bool(set(rule.groups_in_charge) & set(item.groups_in_charge))
        )
        and (not rule.budget or item.budget_related)
        and (not rule.threshold or _above_threshold(settings, item, today))
    )


def in_validity(rule: AdviserRule, day: date) -> bool:
    """Return whether the rule is in force on that day, both ends included."""
    iso = day.isoformat()
    return (not rule.starts or rule.starts <= iso) and (
        not rule.ends or iso <= rule.ends
    )


def amount_missing(settings: AdviceSettings, item: AdvisedItem, today: date) -> bool:
    """Return whether the threshold of a rule can not be judged: no amount was said."""
    if not item.budget_related or item.amount is not None:
        return False
    asked = (rule for rule in settings.rules if rule.threshold and rule.automatic)
    return any(in_validity(rule, today) for rule in asked)


def variants(settings: AdviceSettings, rule: AdviserRule) -> tuple[AdviserRule, ...]:
    """Return the rows an advice may be switched between, its own among them."""
    head = rule.chained_to or rule.id
    return tuple(one for one in settings.rules if head in (one.id, one.chained_to))


def delay_of(rule: AdviserRule, day: date) -> Delay | None:
    """Return the delay of a rule for an advice that starts on ``day``; None: none."""
    if rule.legal_delay:
        legal = delay_at(rule.legal_delay, day)
        if legal is not None:
            return Delay(legal.days, "working", legal.article)
    if not rule.delay_days:
        return None
    return Delay(rule.delay_days, rule.delay_unit, rule.source or rule.title)


def deadline_of(delay: Delay, started_on: date, calendar: WorkingCalendar) -> Deadline:
    """Return the last day to give an advice, with its account.

    The day of start does not count; a last day on which nobody works moves on.
    """
    count = (
        expiry_after_calendar_days
        if delay.unit == "calendar"
        else expiry_after_working_days
    )
    return count(started_on, delay.days, delay.source, calendar)


def days_left(last: date, today: date, unit: str, calendar: WorkingCalendar) -> int:
    """Return how many days are left, the last included; below zero when it is over."""
    if unit == "calendar" or last < today:
        return (last - today).days
    days = (today + ONE_DAY * n for n in range(1, (last - today).days + 1))
    return sum(1 for day in days if calendar.is_working(day))


def _above_threshold(settings: AdviceSettings, item: AdvisedItem, today: date) -> bool:
    threshold = threshold_at(today, settings.thresholds)
    if threshold is None or item.amount is None:
        return False
    return threshold.passed(item.amount)

"""How a term of the law is said: its day, what is left, and how it was counted."""

from collections.abc import Iterator
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import long_date
from communes.core.parts.domain.writing import short_date
from communes.deliberations.domain.legal_clock.clock import ClockLine
from communes.deliberations.domain.legal_clock.clock import TERM_LABELS
from communes.deliberations.domain.legal_clock.clock import TermStanding
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from datetime import date


_KINDS = {
    TermStanding.DONE: "ok",
    TermStanding.DONE_LATE: "late",
    TermStanding.LATE: "late",
    TermStanding.PRESSING: "wait",
}
_SAID = {
    TermStanding.EXEMPT: _("clock_exempt", default="Dispensée par l'urgence"),
    TermStanding.PASSED: _("clock_passed", default="Délai écoulé"),
    TermStanding.NOT_NOTED: _("clock_not_noted", default="Date non notée"),
}


def title(line: ClockLine) -> str:
    """Return what the term is about."""
    return label(TERM_LABELS, line.term)


def tag(line: ClockLine) -> Tag:
    """Return where the term stands; the colour only repeats the word."""
    return Tag(standing(line), _KINDS.get(line.standing, "off"))


def standing(line: ClockLine) -> str:
    """Return « dans 13 jours », « en retard de 2 jours », « fait »."""
    if line.standing is TermStanding.DONE:
        return _("clock_done", default="Fait à temps")
    if line.standing is TermStanding.DONE_LATE:
        return _("clock_done_late", default="Fait hors délai")
    if line.standing in _SAID:
        return _SAID[line.standing]
    if line.days_left < 0:
        return _days(
            -line.days_left,
            _("clock_late_one", default="En retard d'un jour"),
            _(
                "clock_late_some",
                default="En retard de ${count} jours",
                mapping={"count": -line.days_left},
            ),
        )
    if not line.days_left:
        return _("clock_today", default="Aujourd'hui au plus tard")
    return _days(
        line.days_left,
        _("clock_left_one", default="Encore un jour"),
        _(
            "clock_left_some",
            default="Encore ${count} jours",
            mapping={"count": line.days_left},
        ),
    )


def at_the_latest(line: ClockLine, today: date) -> str:
    """Return « au plus tard le dim. 6 déc. »."""
    return _(
        "clock_latest",
        default="au plus tard ${day}",
        mapping={"day": short_date(line.deadline.date, today)},
    )


def calculation(line: ClockLine) -> tuple[Fact, ...]:
    """Return the rule, its source, the days counted and those that do not count."""
    return tuple(_facts(line))


def _facts(line: ClockLine) -> Iterator[Fact]:
    yield Fact(_("clock_rule", default="Règle"), line.rule.article)
    yield Fact(_("clock_source", default="Source"), line.rule.source)
    read = line.rule.verified_on
    yield Fact(
        _("clock_verified", default="Source lue le"),
        long_date(read)
        if read
        else _("clock_unverified", default="pas encore : repose sur l'usage"),
    )
    if line.counted:
        first, last = line.counted
        yield Fact(
            _("clock_counted", default="Jours comptés"),
            _(
                "clock_counted_days",
                default="${count} jours francs, du ${first} au ${last}",
                mapping={
                    "count": line.days,
                    "first": long_date(first),
                    "last": long_date(last),
                },
            ),
        )
        yield Fact(
            _("clock_excluded", default="Jours exclus"),
            _(
                "clock_excluded_days",
                default="${receipt} (réception) et ${event} (séance)",
                mapping={
                    "receipt": long_date(line.excluded[0]),
                    "event": long_date(line.excluded[1]),
                },
            ),
        )
    else:
        yield Fact(
            _("clock_counted", default="Jours comptés"),
            _("clock_next_meeting", default="aucun : à la séance suivante"),
        )
    if line.done_on:
        yield Fact(_("clock_done_on", default="Fait le"), long_date(line.done_on))


def _days(count: int, one: str, some: str) -> str:
    return one if count == 1 else some

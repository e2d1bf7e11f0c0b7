"""The administration in the head and at the foot: open now, where, how, when."""

from collections.abc import Iterator
from communes.core.parts.domain.values import Tag
from communes.core.public.interfaces import Column
from communes.core.public.interfaces import Line
from communes.web.browser.directory import words
from communes.web.domain.directory import DirectoryEntry
from communes.web.domain.phone import spoken
from communes.web.domain.schedule.opening import answer_at
from communes.web.domain.schedule.opening import DayPlan
from communes.web.domain.schedule.opening import plan_of
from communes.web.i18n import _
from datetime import datetime
from datetime import timedelta
from itertools import groupby


#: A week from today on, so that exceptions are told before they surprise.
WEEK = 7


def state_of(entry: DirectoryEntry, now: datetime) -> Tag:
    """Return « Ouvert jusqu'à 16 h » or « Fermé, ouvre demain à 8 h 30 »."""
    answer = answer_at(entry.hours, now)
    tag = words.open_tag(answer)
    until = words.until(answer, now)
    if not until:
        return tag
    text = f"{words.said(tag.word)} {words.said(until)}"
    return Tag(text if answer.open else text.replace(" ", ", ", 1), tag.kind)


def contact_column(entry: DirectoryEntry, url: str) -> Column:
    """Return where the administration is and how one reaches it."""
    lines = [Line(entry.title, url)]
    if entry.address.line:
        lines.append(Line(entry.address.line))
    for phone in entry.phones[:2]:
        term = _("foot_phone", default="Tél.")
        lines.append(Line(spoken(phone.number), f"tel:{phone.number}", term))
    for mail in entry.mails[:1]:
        term = _("foot_mail", default="Courriel")
        lines.append(Line(mail.address, f"mailto:{mail.address}", term))
    return Column(_("foot_contact", default="Contact"), tuple(lines))


def hours_column(entry: DirectoryEntry, now: datetime) -> Column:
    """Return the hours of the coming seven days, days that are alike together."""
    title = _("foot_hours", default="Heures d'ouverture")
    return Column(title, tuple(_week(entry, now)))


def _week(entry: DirectoryEntry, now: datetime) -> Iterator[Line]:
    monday = now.date() - timedelta(days=now.weekday())
    # Days of this week that are over are told as those of the next.
    days = [
        day if day >= now.date() else day + timedelta(days=WEEK)
        for day in (monday + timedelta(days=number) for number in range(WEEK))
    ]
    plans = [(day, plan_of(entry.hours, day)) for day in days]
    told = [
        (
            day,
            words.intervals(plan.intervals)
            + (f" ({plan.reason})" if plan.reason else ""),
        )
        for day, plan in plans
    ]
    for text, group in groupby(told, lambda pair: pair[1]):
        names = [words.said(words.DAYS[day.weekday()]) for day, _text in group]
        term = names[0] if len(names) == 1 else f"{names[0]} – {names[-1].lower()}"
        yield Line(text, "", term)


def _said(plan: DayPlan) -> str:
    hours = words.intervals(plan.intervals)
    return f"{hours} ({plan.reason})" if plan.reason else hours

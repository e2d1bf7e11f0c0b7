"""Hours as people keep them, as plain values."""

from typing import Any


#: A letter for each day, Monday first, and what it stands for.
_PATTERNS: dict[str, tuple[str, dict[str, list[str]]]] = {
    "hall": ("aabaa..", {"a": ["08:30-12:00", "13:30-16:00"], "b": ["08:30-16:00"]}),
    "shop": (".aaaab.", {"a": ["09:00-12:30", "13:30-18:00"], "b": ["09:00-17:00"]}),
    "bakery": ("a.aaabc", {"a": ["06:30-18:30"], "b": ["06:30-17:00"],
                           "c": ["07:00-13:00"]}),
    "horeca": ("..aaabb", {"a": ["11:30-14:30", "18:00-22:00"],
                           "b": ["11:30-15:00", "18:00-23:30"]}),
    "cafe": (".aaaabb", {"a": ["10:00-22:00"], "b": ["10:00-02:00"]}),
    "pharmacy": ("aaaaab.", {"a": ["08:30-12:30", "13:30-18:30"],
                             "b": ["09:00-12:30"]}),
    "library": (".ababc.", {"a": ["14:00-18:00"],
                                             "b": ["10:00-12:00", "14:00-19:00"],
                                             "c": ["09:30-13:00"]}),
    "yard": (".aaaab.", {"a": ["09:15-12:30", "13:00-17:00"], "b": ["09:15-17:00"]}),
    "pool": ("abbbbcc", {"a": ["16:00-20:00"], "b": ["12:00-13:30", "16:00-21:00"],
                         "c": ["09:00-13:00"]}),
    "young": ("..abbc.", {"a": ["13:00-18:00"], "b": ["15:30-20:00"],
                          "c": ["14:00-22:00"]}),
    "tourism": ("aaaaabb", {"a": ["09:00-12:30", "13:30-17:00"], "b": ["10:00-16:00"]}),
    "care": ("aaaaa..", {"a": ["09:00-12:00", "14:00-18:30"]}),
    "always": ("aaaaaaa", {"a": ["00:00-24:00"]}),
}  # fmt: skip
BY_APPOINTMENT = "Sur rendez-vous"


def hours(
    kind: str, exceptions: tuple[dict[str, Any], ...] = (), appointment: bool = False
) -> dict[str, Any]:
    """Return a week of one kind as plain values of ``OpeningHours``."""
    days, openings = _PATTERNS[kind]
    week = [{"intervals": openings.get(one, []), "comment": ""} for one in days]
    schedules = [{"name": "Horaire", "week": week}]
    if appointment:
        free = {"intervals": ["16:00-19:00"], "comment": "sur rendez-vous"}
        closed = {"intervals": [], "comment": ""}
        late = [closed, closed, closed, free, closed, closed, closed]
        schedules.append({"name": BY_APPOINTMENT, "week": late, "by_appointment": True})
    return {
        "schedules": schedules,
        "exceptions": list(exceptions),
        "closed_on_holidays": kind not in ("always", "horeca", "cafe", "tourism"),
    }

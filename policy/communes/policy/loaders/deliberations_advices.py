"""Advices on the items of a profile: asked, drafted or given as the profile wants."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.deliberations.api.advice import advices
from communes.deliberations.api.advising import act_on_advice
from communes.deliberations.api.advising import ask
from communes.deliberations.api.advising import write_advice
from typing import Any


# What says whose advice it is and how far it went; the rest are fields of the advice.
_WAY = frozenset({"adviser", "question", "given"})


def give_advices(item: Any, entries: Iterable[Mapping[str, Any]]) -> None:
    """Ask, write and give each advice; one a rule has asked already is taken up.

    :param entries: ``adviser`` (a row of the settings, or a service), ``question``,
        ``given`` and the fields of the advice.
    """
    for entry in entries:
        advice = _asked(item, entry)
        values = {name: value for name, value in entry.items() if name not in _WAY}
        if values:
            write_advice(advice, values)
        if entry.get("given"):
            act_on_advice(advice, "give")


def _asked(item: Any, entry: Mapping[str, Any]) -> Any:
    for one in advices(item):
        if entry["adviser"] in (one.course.rule, one.service):
            return item[one.id]
    return ask(item, entry["adviser"], entry.get("question", ""))

"""What waits for the person, as numbers that lead to the list they count."""

from communes.core.parts.domain.values import CounterCard
from communes.pst.api.plan import plan
from communes.pst.api.waiting import Waiting
from communes.pst.api.waiting import waiting
from communes.pst.i18n import _
from urllib.parse import urlencode
from zope.i18nmessageid import Message


#: By kind of waiting, for one and for several; the plan comes as mapping.
WORDS = {
    "late": (
        _("counter_late", default="action en retard – ${plan}"),
        _("counter_lates", default="actions en retard – ${plan}"),
    ),
    "begin": (
        _("counter_begin", default="action qui devrait avoir commencé – ${plan}"),
        _("counter_begins", default="actions qui devraient avoir commencé – ${plan}"),
    ),
    "task": (
        _("counter_task", default="tâche à faire – ${plan}"),
        _("counter_tasks", default="tâches à faire – ${plan}"),
    ),
    "stale": (
        _("counter_stale", default="action à mettre à jour – ${plan}"),
        _("counter_stales", default="actions à mettre à jour – ${plan}"),
    ),
}


def counters(site: object) -> list[CounterCard]:
    """Return the counters, what is late marked so; zeros left out but for tasks."""
    return [
        CounterCard(
            one.count,
            Message(WORDS[one.kind][one.count > 1], mapping={"plan": one.title}),
            list_url(site, one),
            late=one.kind in ("late", "begin"),
        )
        for one in waiting(site)
        if one.count or one.kind == "late"
    ]


def list_url(site: object, one: Waiting) -> str:
    """Return the address of the list that shows exactly what is counted."""
    asked = urlencode({"tableau": f"my-{one.kind}"})
    return f"{plan(site, one.plan).absolute_url()}/tableaux?{asked}"

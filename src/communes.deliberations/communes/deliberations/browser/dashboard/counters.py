"""What waits for the person, as numbers that lead to the list they count."""

from communes.core.parts.domain.values import CounterCard
from communes.deliberations.api.assembly import assembly
from communes.deliberations.api.waiting import Waiting
from communes.deliberations.api.waiting import waiting
from urllib.parse import urlencode


WORDS = {
    "draft": ("point en création", "points en création"),
    "correct": ("point à corriger", "points à corriger"),
    "review": ("point à valider", "points à valider"),
    "present": ("point à présenter", "points à présenter"),
}


#: Shown though nothing waits: the daily work of a reviewer and of the secretariat.
ALWAYS = ("review", "present")


def counters(site: object) -> list[CounterCard]:
    """Return the counters, what must be corrected marked as late."""
    return [
        CounterCard(
            one.count,
            f"{WORDS[one.kind][one.count > 1]} – {one.title}",
            list_url(site, one),
            late=one.kind == "correct",
        )
        for one in waiting(site)
        if one.count or one.kind in ALWAYS
    ]


def list_url(site: object, one: Waiting) -> str:
    """Return the address of the list that shows exactly what is counted."""
    query = one.query
    services = query.get("deliberations_service", [])
    pairs = [("f.state", query["review_state"])]
    pairs += [("f.service", service) for service in services]
    return f"{assembly(site, one.assembly).absolute_url()}/view?{urlencode(pairs)}"

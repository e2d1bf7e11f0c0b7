"""What waits for the person, as numbers that lead to the list they count."""

from communes.core.parts.domain.values import CounterCard
from communes.deliberations.api.assembly import assembly
from communes.deliberations.api.waiting import Waiting
from communes.deliberations.api.waiting import waiting
from communes.deliberations.i18n import _
from urllib.parse import urlencode
from zope.i18nmessageid import Message


#: By kind of waiting, for one and for several; the assembly comes as mapping.
WORDS = {
    "draft": (
        _("counter_draft", default="point en création – ${assembly}"),
        _("counter_drafts", default="points en création – ${assembly}"),
    ),
    "correct": (
        _("counter_correct", default="point à corriger – ${assembly}"),
        _("counter_corrects", default="points à corriger – ${assembly}"),
    ),
    "review": (
        _("counter_review", default="point à valider – ${assembly}"),
        _("counter_reviews", default="points à valider – ${assembly}"),
    ),
    "present": (
        _("counter_present", default="point à présenter – ${assembly}"),
        _("counter_presents", default="points à présenter – ${assembly}"),
    ),
}


#: Shown though nothing waits: the daily work of a reviewer and of the secretariat.
ALWAYS = ("review", "present")


def counters(site: object) -> list[CounterCard]:
    """Return the counters, what must be corrected marked as late."""
    return [
        CounterCard(
            one.count,
            Message(WORDS[one.kind][one.count > 1], mapping={"assembly": one.title}),
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

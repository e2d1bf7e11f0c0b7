"""Newsletters, issues and subscribers as services tell of them."""

from communes.core.mailing.domain.subscriber import Subscriber
from communes.core.mailing.people.api import personal_data
from communes.web.api import sending
from communes.web.api.issues import record_of
from communes.web.api.newsletters import may_keep
from communes.web.api.newsletters import subscriber_counts
from communes.web.api.newsletters import topics
from dataclasses import asdict
from plone import api
from typing import Any


PUBLIC = ("title", "description", "consent", "privacy_url", "archive_online")
KEPT = ("sender_name", "sender_address", "reply_to", "frequency", "header", "footer",
        "per_minute")  # fmt: skip


def newsletter_json(newsletter: Any) -> dict[str, Any]:
    """Return a newsletter; what is not for everybody to who keeps it alone."""
    url = newsletter.absolute_url()
    told = {
        "@id": f"{url}/@newsletters",
        "page": url,
        "id": newsletter.UID(),
        "state": api.content.get_state(newsletter),
        "topics": [asdict(one) for one in topics(newsletter)],
        **{name: getattr(newsletter, name) for name in PUBLIC},
    }
    if may_keep(newsletter):
        told |= {name: getattr(newsletter, name) for name in KEPT}
        told["revision"] = newsletter.revision
        told["subscribers"] = subscriber_counts(api.portal.get(), newsletter)
    return told


def issue_json(issue: Any) -> dict[str, Any]:
    """Return an issue as it is."""
    known = record_of(issue)
    told = {
        "@id": f"{issue.absolute_url()}/@newsletter-issues",
        "page": issue.absolute_url(),
        "id": known.id,
        "title": known.subject,
        "preheader": known.preheader,
        "state": known.state.value,
        "topics": list(known.topics),
        "send_at": known.send_at and known.send_at.isoformat(),
        "blocks": [asdict(one) for one in known.blocks],
    }
    if may_keep(issue.__parent__):
        told["revision"] = issue.revision
    return told


def sending_json(issue: Any) -> dict[str, Any]:
    """Return how far the sending of an issue is, and what waits for a person."""
    site = api.portal.get()
    found = sending.progress(site, issue)
    doubts = [] if found is None else sending.doubtful(site, issue)
    return {
        "@id": f"{issue.absolute_url()}/@newsletter-sending",
        "state": record_of(issue).state.value,
        "stopped": bool(issue.stopped),
        "readers": sending.reader_count(site, issue),
        "progress": None if found is None else asdict(found),
        "doubtful": [
            {"id": one.id, "address": one.address, "way": one.way, "reason": one.reason}
            for one in doubts
        ],
    }


def person_json(newsletter: Any, one: Subscriber) -> dict[str, Any]:
    """Return a subscriber, with the proof of their consent."""
    url = f"{newsletter.absolute_url()}/@newsletter-subscribers/{one.id}"
    return {"@id": url, "id": one.id, **personal_data(one)}

"""Drafts that a newsletter gets by itself: what is new since the last one."""

from communes.core.access.catalog import unrestricted
from communes.web.content.newsletter import INewsletter
from communes.web.domain.newsletter.drafting import due_since
from communes.web.domain.newsletter.drafting import title_of
from communes.web.domain.newsletter.issue import Block
from communes.web.domain.newsletter.reading import MOST_BLOCKS
from communes.web.storage.newsletters import ISSUE_TYPE
from communes.web.storage.newsletters import issues_of
from communes.web.storage.newsletters import NEWSLETTER_TYPE
from communes.web.storage.newsletters import rows_of
from communes.web.storage.newsletters import set_values
from communes.web.storage.placing import place
from communes.web.storage.public_sources import block_of
from communes.web.storage.public_sources import coming_events
from communes.web.storage.public_sources import public_contents
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from typing import Any


#: What a draft tells of: news that came out, events of the week to come.
AHEAD = timedelta(days=7)


def draft_due(site: Any, now: datetime) -> None:
    """Write the drafts that are due, where something is new."""
    for brain in unrestricted(portal_type=NEWSLETTER_TYPE):
        newsletter = brain._unrestrictedGetObject()
        since = due_since(newsletter.frequency, _last(newsletter), now)
        if since is not None:
            _draft(newsletter, since, now)


def _last(newsletter: INewsletter) -> datetime:
    issues = issues_of(newsletter)
    moment = (issues[0] if issues else newsletter).created()
    return moment.asdatetime().astimezone(UTC)


def _draft(newsletter: INewsletter, since: datetime, now: datetime) -> None:
    blocks = tuple(_news(since, now))[:MOST_BLOCKS]
    if not blocks:
        return
    issue = place(newsletter, ISSUE_TYPE, title_of(newsletter.title, now))
    set_values(issue, {"blocks": rows_of(blocks)})


def _news(since: datetime, now: datetime) -> list[Block]:
    found = []
    for obj in public_contents("communes.web.News"):
        if obj.created().asdatetime() <= since:
            break
        found.append(block_of(obj, now))
    found += [block_of(one, now) for one in coming_events(now, now + AHEAD)]
    return found

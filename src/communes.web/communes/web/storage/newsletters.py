"""Newsletters and issues: objects to records, and back."""

from collections.abc import Mapping
from communes.core.access.catalog import object_by_uid
from communes.core.access.catalog import unrestricted
from communes.core.theme.api import branding
from communes.web.content.newsletter import IIssue
from communes.web.content.newsletter import INewsletter
from communes.web.domain.newsletter.composing import Channel
from communes.web.domain.newsletter.issue import Block
from communes.web.domain.newsletter.issue import Issue
from communes.web.domain.newsletter.issue import IssueState
from communes.web.domain.newsletter.issue import Topic
from communes.web.domain.newsletter.sending import list_of
from dataclasses import asdict
from html import escape
from plone import api
from typing import Any


NEWSLETTER_TYPE = "communes.web.Newsletter"
ISSUE_TYPE = "communes.web.Issue"


def newsletter_list(newsletter: INewsletter) -> str:
    """Return the name of the list of subscribers of a newsletter."""
    return list_of(newsletter.UID())


def newsletter_of_list(name: str) -> INewsletter | None:
    """Return the newsletter of a list, whoever asks; None when there is none."""
    found = object_by_uid(name.partition(":")[2])
    return found if INewsletter.providedBy(found) else None


def issue_by_uid(uid: str) -> IIssue | None:
    """Return an issue, whoever asks; None when there is none any more."""
    found = object_by_uid(uid)
    return found if IIssue.providedBy(found) else None


def topics_of(newsletter: INewsletter) -> tuple[Topic, ...]:
    """Return what one may choose, in its order."""
    return tuple(Topic(one["id"], one["title"]) for one in newsletter.topics)


def state_of(issue: IIssue) -> IssueState:
    """Return where an issue is."""
    return IssueState(api.content.get_state(issue))


def blocks_of(issue: IIssue) -> tuple[Block, ...]:
    """Return the blocks of an issue, in their order."""
    return tuple(Block(**row) for row in issue.blocks)


def rows_of(blocks: tuple[Block, ...]) -> tuple[dict[str, Any], ...]:
    """Return blocks as an issue keeps them."""
    return tuple(asdict(one) for one in blocks)


def issue_record(issue: IIssue) -> Issue:
    """Return an issue as a record."""
    return Issue(
        id=issue.UID(),
        newsletter=issue.__parent__.UID(),
        subject=issue.title,
        blocks=blocks_of(issue),
        preheader=issue.preheader or "",
        topics=tuple(issue.topics),
        state=state_of(issue),
        send_at=issue.send_at,
    )


def channel_of(newsletter: INewsletter) -> Channel:
    """Return what stands around each issue of a newsletter."""
    known = branding()
    return Channel(
        title=newsletter.title,
        home=newsletter.absolute_url(),
        colour=known.colours.brand,
        header=_paragraphs(newsletter.header),
        footer=_paragraphs(newsletter.footer),
        privacy=newsletter.privacy_url or "",
    )


def issues_of(newsletter: INewsletter) -> list[IIssue]:
    """Return the issues right in a newsletter, the last made first."""
    found = [one for one in newsletter.objectValues() if IIssue.providedBy(one)]
    return sorted(found, key=lambda one: one.created(), reverse=True)


def scheduled_issues() -> list[IIssue]:
    """Return the issues that wait for their moment, whoever asks."""
    found = unrestricted(
        portal_type=ISSUE_TYPE, review_state=IssueState.SCHEDULED.value
    )
    return [one._unrestrictedGetObject() for one in found]


def set_values(obj: Any, values: Mapping[str, object]) -> None:
    """Keep values as they are, and have the catalogue see them."""
    for name, value in values.items():
        setattr(obj, name, value)
    obj.reindexObject()


def _paragraphs(text: str) -> str:
    parts = (part.strip() for part in (text or "").split("\n\n"))
    lines = (escape(part).replace("\n", "<br>") for part in parts if part)
    return "".join(f"<p>{line}</p>" for line in lines)

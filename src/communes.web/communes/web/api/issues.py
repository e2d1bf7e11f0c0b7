"""The door to issues: write one from blocks and contents, and look at it."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.access.permission import current_user
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.web.api.contents import create
from communes.web.api.contents import delete
from communes.web.api.contents import edit
from communes.web.api.contents import refuse_stale
from communes.web.content.newsletter import IIssue
from communes.web.content.newsletter import INewsletter
from communes.web.domain.newsletter.composing import compose
from communes.web.domain.newsletter.composing import Composed
from communes.web.domain.newsletter.errors import NotPublic
from communes.web.domain.newsletter.issue import Block
from communes.web.domain.newsletter.issue import edited
from communes.web.domain.newsletter.issue import Issue
from communes.web.domain.newsletter.issue import IssueState
from communes.web.domain.newsletter.issue import refuse_heavy
from communes.web.domain.newsletter.reading import chosen_topics
from communes.web.domain.newsletter.reading import read_blocks
from communes.web.domain.newsletter.reading import refuse_unready
from communes.web.permissions import MANAGE_NEWSLETTER
from communes.web.storage.newsletters import channel_of
from communes.web.storage.newsletters import issue_record
from communes.web.storage.newsletters import issues_of
from communes.web.storage.newsletters import rows_of
from communes.web.storage.newsletters import set_values
from communes.web.storage.newsletters import topics_of
from communes.web.storage.public_sources import block_of
from communes.web.storage.public_sources import coming_events
from communes.web.storage.public_sources import public_contents
from communes.web.storage.public_sources import public_source
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from itertools import islice
from plone import api
from typing import Any


#: How many contents of a kind are offered to an issue, and how far events may be.
MOST_TO_CHOOSE = 12
AHEAD = timedelta(days=42)


def issues(newsletter: INewsletter) -> list[IIssue]:
    """Return the issues of a newsletter the current user sees, the last made first."""
    return [one for one in issues_of(newsletter) if may("View", one)]


def record_of(issue: IIssue) -> Issue:
    """Return an issue as a record. :raises MayNot: the user may not see it."""
    require("View", issue)
    return issue_record(issue)


def create_issue(
    newsletter: INewsletter, values: Mapping[str, Any], id: str = ""
) -> IIssue:
    """Make an issue, to be written.

    :param values: ``title``, ``preheader``; ``topics`` (ids), ``blocks`` (rows).
    :raises MayNot: the user does not keep the newsletter.
    :raises InvalidInput: a value is unknown, missing or wrong.
    """
    require(MANAGE_NEWSLETTER, newsletter)
    blocks = read_blocks(values.get("blocks") or ())
    made = create(newsletter, "Issue", _fields(values), id)
    wanted = chosen_topics(values.get("topics") or (), topics_of(newsletter))
    set_values(made, {"blocks": rows_of(blocks), "topics": tuple(wanted)})
    return made


def edit_issue(
    issue: IIssue, values: Mapping[str, Any], revision: int | None = None
) -> int:
    """Change an issue; return its revision. What was tested is to be tested again.

    :param values: as for ``create_issue``.
    :raises NoWay: it is planned, leaving or gone.
    :raises MayNot, StaleRevision, InvalidInput: nothing was changed.
    """
    require(MANAGE_NEWSLETTER, issue)
    refuse_stale(issue, revision)
    found = issue_record(issue)
    blocks = read_blocks(values["blocks"]) if "blocks" in values else found.blocks
    if edited(found, blocks).state != found.state:
        api.content.transition(issue, "redraft")
    edit(issue, _fields(values))
    kept: dict[str, Any] = {"blocks": rows_of(blocks)}
    if "topics" in values:
        wanted = chosen_topics(values["topics"], topics_of(issue.__parent__))
        kept["topics"] = tuple(wanted)
    if any(getattr(issue, name) != value for name, value in kept.items()):
        kept |= {"revision": issue.revision + 1, "edited_by": current_user()}
        set_values(issue, kept)
    return int(issue.revision)


def delete_issue(issue: IIssue, revision: int | None = None) -> None:
    """Delete an issue that has not left.

    :raises MayNot: it is planned, leaving or gone, or the user may not.
    """
    delete(issue, revision)


def block_from(uid: str) -> Block:
    """Return the block that tells of a content, as everybody reads it now.

    :raises NotPublic: there is none, or citizens may not read it.
    """
    found = public_source(uid)
    if found is None:
        raise NotPublic(field="uid", name=uid)
    return block_of(found, datetime.now(UTC))


def contents_to_tell(issue: IIssue, words: str = "") -> list[Block]:
    """Return what an issue may tell of: a few of each kind, the newest first.

    Events are those of the weeks to come, in their order, unless words are looked for.
    Only what everybody reads; what is in it already is left out.

    :param words: in the title or the summary. :raises MayNot:
    """
    require(MANAGE_NEWSLETTER, issue)
    there = {one.uid for one in issue_record(issue).blocks}
    now = datetime.now(UTC)
    found: list[Block] = []
    for name in ("News", "Event", "Service", "Page"):
        if name == "Event" and not words.strip():
            objs = coming_events(now, now + AHEAD)
        else:
            objs = public_contents(f"communes.web.{name}", words)
        others = (one for one in objs if one.UID() not in there)
        found += [block_of(one, now) for one in islice(others, MOST_TO_CHOOSE)]
    return found


def add_contents(
    issue: IIssue, uids: Iterable[str], revision: int | None = None
) -> int:
    """Put contents at the end of an issue; return how many.

    :raises NotPublic: citizens may not read one of them; nothing was added.
    :raises MayNot, NoWay, StaleRevision, InvalidInput: see ``edit_issue``.
    """
    found = [block_from(uid) for uid in uids]
    rows = rows_of((*issue_record(issue).blocks, *found))
    edit_issue(issue, {"blocks": rows}, revision)
    return len(found)


def composed(issue: IIssue) -> Composed:
    """Return an issue as it goes out. :raises MayNot: the user may not see it."""
    require("View", issue)
    return compose_issue(issue)


def compose_issue(issue: IIssue) -> Composed:
    """Return an issue as it goes out, whoever asks: the worker does."""
    newsletter = issue.__parent__
    archive = issue.absolute_url() if newsletter.archive_online else ""
    return compose(channel_of(newsletter), issue_record(issue), archive)


def check_issue(issue: IIssue) -> None:
    """Let an issue go on only when it can be sent.

    :raises NotReady, TooHeavy: it lacks something, or is too long.
    :raises NotPublic: it tells of what citizens may not read.
    """
    found = issue_record(issue)
    refuse_unready(found)
    refuse_heavy(found, compose_issue(issue).html.encode())
    hidden = next(_hidden(found.blocks), None)
    if hidden is not None:
        raise NotPublic(field="blocks", name=hidden.title or hidden.url)


def state_of_issue(issue: IIssue) -> IssueState:
    """Return where an issue is."""
    return issue_record(issue).state


def _hidden(blocks: Iterable[Block]) -> Iterable[Block]:
    return (one for one in blocks if one.uid and public_source(one.uid) is None)


def _fields(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: one for key, one in values.items() if key not in ("blocks", "topics")}

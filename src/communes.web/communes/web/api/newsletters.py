"""The door to newsletters: make and keep one, and see those one keeps."""

from collections.abc import Mapping
from communes.core.access.catalog import visible
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.mailing.people.api import people_of
from communes.web.api.contents import create
from communes.web.api.contents import edit
from communes.web.content.newsletter import INewsletter
from communes.web.domain.newsletter.issue import Topic
from communes.web.domain.newsletter.reading import read_topics
from communes.web.permissions import MANAGE_NEWSLETTER
from communes.web.storage.newsletters import newsletter_list
from communes.web.storage.newsletters import NEWSLETTER_TYPE
from communes.web.storage.newsletters import set_values
from communes.web.storage.newsletters import topics_of
from dataclasses import asdict
from typing import Any


def newsletters() -> list[INewsletter]:
    """Return the newsletters the current user sees, by title."""
    found = visible(portal_type=NEWSLETTER_TYPE, sort_on="sortable_title")
    return [one.getObject() for one in found]


def kept_newsletters() -> list[INewsletter]:
    """Return the newsletters the current user keeps, by title."""
    return [one for one in newsletters() if may_keep(one)]


def may_keep(newsletter: INewsletter) -> bool:
    """Return whether the current user writes and sends this newsletter."""
    return may(MANAGE_NEWSLETTER, newsletter)


def may_add_newsletter(where: Any) -> bool:
    """Return whether the current user may make a newsletter there."""
    return may(MANAGE_NEWSLETTER, where)


def create_newsletter(
    where: Any, values: Mapping[str, Any], id: str = ""
) -> INewsletter:
    """Make a newsletter, private at first.

    :param values: field of ``INewsletter`` -> value; ``topics``: rows with ``title``
        and perhaps ``id``.
    :raises MayNot: the user may not make one there.
    :raises InvalidInput: a value is unknown, missing or wrong.
    """
    topics = read_topics(values.get("topics") or ())
    fields = {name: value for name, value in values.items() if name != "topics"}
    made = create(where, "Newsletter", fields, id)
    _keep_topics(made, topics)
    return made


def edit_newsletter(
    newsletter: INewsletter, values: Mapping[str, Any], revision: int | None = None
) -> int:
    """Change a newsletter; return its revision. A topic keeps its id.

    :raises MayNot, StaleRevision, InvalidInput: nothing was changed.
    """
    require(MANAGE_NEWSLETTER, newsletter)
    fields = {name: value for name, value in values.items() if name != "topics"}
    topics = read_topics(values["topics"]) if "topics" in values else None
    done = edit(newsletter, fields, revision)
    if topics is not None:
        _keep_topics(newsletter, topics)
    return done


def topics(newsletter: INewsletter) -> tuple[Topic, ...]:
    """Return what one may choose, in its order. :raises MayNot:"""
    require("View", newsletter)
    return topics_of(newsletter)


def subscriber_counts(site: Any, newsletter: INewsletter) -> dict[str, int]:
    """Return how many people are on the list, by their standing.

    :raises MayNot: the user does not keep the newsletter.
    """
    require(MANAGE_NEWSLETTER, newsletter)
    found: dict[str, int] = {}
    for one in people_of(site, newsletter_list(newsletter)):
        found[one.standing] = found.get(one.standing, 0) + 1
    return found


def _keep_topics(newsletter: INewsletter, found: tuple[Topic, ...]) -> None:
    rows = tuple(asdict(one) for one in found)
    if rows != newsletter.topics:
        set_values(newsletter, {"topics": rows})

"""News and their folders as records; lists read them from the catalogue alone."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.access.catalog import unrestricted
from communes.core.access.catalog import visible
from communes.core.access.plain import from_plain
from communes.core.access.plain import without_defaults
from communes.web.content.news import INews
from communes.web.content.news import INewsFolder
from communes.web.domain.agenda.feeding import sources_of
from communes.web.domain.news import News
from communes.web.storage.agenda import modified
from communes.web.storage.leading import leading_of
from communes.web.storage.leading import leading_url
from dataclasses import dataclass
from dataclasses import replace
from DateTime import DateTime
from datetime import datetime
from datetime import UTC
from typing import Any


NEWS_TYPE = "communes.web.News"
FOLDER_TYPE = "communes.web.NewsFolder"


@dataclass(frozen=True)
class ListedNews:
    """A piece of news in a list; ``picture`` as for events."""

    news: News
    url: str
    picture: Mapping[str, Any] | None


def news_of(obj: INews) -> News:
    """Return a piece of news as a record; its id is its UID."""
    picture = leading_of(obj)
    return News(
        id=obj.UID(),
        title=obj.title,
        published=published_at(obj),
        modified=modified(obj),
        summary=obj.description,
        text=obj.text.raw if obj.text else "",
        categories=tuple(obj.categories),
        folders=(folder_of(obj),),
        image_url=leading_url(obj),
        image_text=picture.alternative if picture is not None else "",
        expires=obj.ends,
    )


def published_at(obj: INews) -> datetime:
    """Return the moment it is published: planned, done, or else when it was made.

    What was taken over from another site has the date Plone itself keeps.
    """
    if obj.starts is not None:
        return obj.starts
    kept = obj.effective_date
    if kept is not None:
        return kept.asdatetime().astimezone(UTC)
    return obj.published_on or obj.created().asdatetime().astimezone(UTC)


def folder_of(obj: INews) -> str:
    """Return the UID of the folder news stand in; empty outside of one."""
    parent = obj.__parent__
    return parent.UID() if INewsFolder.providedBy(parent) else ""


def light_news(news: News) -> dict[str, Any]:
    """Return what lists need of news, as the catalogue keeps it.

    Neither text nor address: the worker writes it too, under another host.
    """
    return without_defaults(replace(news, text="", image_url=""))


def news_feeds() -> dict[str, tuple[str, ...]]:
    """Return which folders feed which, by UID, whoever asks."""
    found = unrestricted(portal_type=FOLDER_TYPE)
    return {one.UID: tuple(one.web_fed_by or ()) for one in found}


def folders_shown(folder: INewsFolder) -> tuple[str, ...]:
    """Return a folder and all that feed it, by UID."""
    return sources_of(news_feeds(), folder.UID())


def listed_news(
    folders: Iterable[str] | None, now: datetime, category: str = ""
) -> list[ListedNews]:
    """Return the news shown at a moment that the current user sees, latest first.

    :param folders: UIDs; None is every folder of the site.
    """
    query: dict[str, Any] = {
        "portal_type": NEWS_TYPE,
        "web_begins": {"query": DateTime(now), "range": "max"},
        "web_over": {"query": DateTime(now), "range": "min"},
    }
    if folders is not None:
        query["web_place"] = sorted(folders)
    if category:
        query["web_categories"] = category
    found = [
        ListedNews(
            from_plain(News, one.web_news), one.getURL(), one.web_leading or None
        )
        for one in visible(**query)
        if one.web_news
    ]
    # The catalogue knows minutes only: what came in the same one has an order too.
    return sorted(found, key=lambda one: (-one.news.published.timestamp(), one.news.id))

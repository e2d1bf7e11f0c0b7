"""The door to news: folders, lists, and feeds."""

from collections.abc import Mapping
from collections.abc import Sequence
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.web.api import contents
from communes.web.api.branch_contents import delete_empty
from communes.web.api.branch_contents import find_in
from communes.web.content.news import INews
from communes.web.content.news import INewsFolder
from communes.web.domain.agenda.choosing import folded
from communes.web.domain.formats.feeds import news_atom
from communes.web.domain.formats.feeds import news_rss
from communes.web.domain.formats.site import Site
from communes.web.domain.news import News
from communes.web.permissions import EDIT
from communes.web.storage.news import folders_shown
from communes.web.storage.news import listed_news
from communes.web.storage.news import ListedNews
from communes.web.storage.news import news_of
from communes.web.storage.news import NEWS_TYPE
from datetime import datetime
from typing import Any


#: Readers of feeds keep what they saw: the latest is enough.
MOST_IN_FEED = 30
FEEDS = {"atom": (news_atom, "application/atom+xml; charset=utf-8"),
         "rss": (news_rss, "application/rss+xml; charset=utf-8")}  # fmt: skip


def create_folder(where: Any, values: Mapping[str, object], id: str = "") -> Any:
    """Make a folder of news, private.

    :param values: fields of ``INewsFolder``; ``fed_by``: UIDs of other folders.
    :raises MayNot: the user does not keep news there.
    :raises InvalidInput, UnknownSource, Feeding: nothing was made.
    """
    return contents.create(where, "NewsFolder", values, id)


def delete_folder(folder: INewsFolder, revision: int | None = None) -> None:
    """Delete a folder that holds no news.

    :raises MayNot: the user does not keep it.
    :raises NotEmptyBranch: it holds some.
    :raises StaleRevision: somebody else wrote meanwhile.
    """
    delete_empty(folder, INews, revision)


def create_news(folder: INewsFolder, values: Mapping[str, object], id: str = "") -> Any:
    """Make a piece of news; nobody else sees it yet.

    :param values: fields of ``INews``; ``text`` as HTML.
    :raises MayNot: the user does not write there.
    :raises InvalidInput: nothing was made.
    """
    return contents.create(folder, "News", values, id)


def is_news(obj: Any) -> bool:
    """Return whether a content is a piece of news."""
    return bool(INews.providedBy(obj))


def find_by_external_id(folder: INewsFolder, external_id: str) -> INews | None:
    """Return the news of a folder another system knows by that identifier."""
    return find_in(folder, NEWS_TYPE, external_id)


def may_add(folder: Any) -> bool:
    """Return whether the user writes news in a folder."""
    return INewsFolder.providedBy(folder) and may(EDIT, folder)


def news_record(news: INews) -> News:
    """Return a piece of news as a record.

    :raises MayNot: the user may not see it.
    """
    require("View", news)
    return news_of(news)


def news_list(
    place: Any, now: datetime, category: str = "", words: str = ""
) -> list[ListedNews]:
    """Return the news of a folder (those that feed it included) or of the site.

    The latest first; only what is shown at that moment and seen by the user.
    """
    found = listed_news(_sources(place), now, category)
    if not words.strip():
        return found
    wanted = folded(words).split()
    return [one for one in found if _says(one.news, wanted)]


def latest_news(
    place: Any,
    now: datetime,
    most: int,
    folders: Sequence[str] = (),
    category: str = "",
) -> list[ListedNews]:
    """Return the latest news.

    :param folders: UIDs of the folders wanted; none: what ``place`` shows.
    """
    return listed_news(folders or _sources(place), now, category)[:most]


def feed(
    place: Any, kind: str, title: str, own_url: str, site: Site, now: datetime
) -> tuple[bytes, str]:
    """Return the latest news as a feed, and its content type.

    :param kind: a key of ``FEEDS``.
    """
    make, content_type = FEEDS[kind]
    news = [one.news for one in listed_news(_sources(place), now)[:MOST_IN_FEED]]
    return make(title, own_url, news, site), content_type


def _sources(place: Any) -> tuple[str, ...] | None:
    return folders_shown(place) if INewsFolder.providedBy(place) else None


def _says(news: News, wanted: Sequence[str]) -> bool:
    said = folded(f"{news.title} {news.summary}")
    return all(word in said for word in wanted)

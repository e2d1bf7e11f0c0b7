"""Contents as lists and sections show them, read from the catalogue alone."""

from collections.abc import Iterable
from collections.abc import Sequence
from communes.core.access.catalog import visible
from communes.core.parts.domain.writing import date_in_words
from communes.web.api.happenings import coming
from communes.web.api.news import latest_news
from communes.web.domain.agenda.wording import when_in_words
from communes.web.domain.card import Card
from communes.web.domain.clock import local
from communes.web.domain.pictures import Crop
from communes.web.domain.showing import Shown
from communes.web.domain.showing import shown
from communes.web.storage.contents import PREFIX
from datetime import datetime
from plone import api
from typing import Any


#: What a folder shows of what it holds.
LISTED = (
    "Agenda", "Album", "ContactForm", "Directory", "Folder", "NewsFolder",
    "Newsletter", "Page", "Service",
)  # fmt: skip
#: What « je suis » and « je cherche » lead to.
ENTRANCE_TYPES = ("ContactForm", "Directory", "Folder", "Page", "Service")


def below(folder: Any) -> list[Card]:
    """Return what stands right in a folder and may be seen, in its order."""
    found = visible(
        path={"query": "/".join(folder.getPhysicalPath()), "depth": 1},
        portal_type=[f"{PREFIX}{name}" for name in LISTED],
        sort_on="getObjPositionInParent",
    )
    return [card(one) for one in found]


def chosen(uids: Sequence[str]) -> list[Card]:
    """Return contents of the site by their UID, in that order, those one may see."""
    wanted = [uid for uid in uids if uid]
    found = {one.UID: card(one) for one in visible(UID=wanted)} if wanted else {}
    return [found[uid] for uid in wanted if uid in found]


def collected(
    types: Iterable[str],
    categories: Sequence[str],
    audiences: Sequence[str],
    order: str,
    most: int,
) -> list[Card]:
    """Return the published contents about some themes and for some people.

    :param order: « title », or « modified » for the last changed first.
    """
    query: dict[str, Any] = {
        "portal_type": [f"{PREFIX}{name}" for name in types],
        "review_state": "published",
        "sort_on": "sortable_title" if order == "title" else "modified",
        "sort_order": "ascending" if order == "title" else "descending",
    }
    if categories:
        query["web_categories"] = list(categories)
    if audiences:
        query["web_audiences"] = list(audiences)
    return [card(one) for one in visible(**query)[:most]]


def news_cards(
    folders: Sequence[str], categories: Sequence[str], most: int, now: datetime
) -> list[Card]:
    """Return the last news, of some folders or of all."""
    category = categories[0] if categories else ""
    found = latest_news(api.portal.get(), now, most, folders, category)
    return [
        Card(
            one.news.title,
            one.url,
            one.news.summary,
            day=date_in_words(local(one.news.published).date()),
            picture=_shown(one.url, one.picture),
            uid=one.news.id,
        )
        for one in found
    ]


def event_cards(
    agendas: Sequence[str], categories: Sequence[str], most: int, now: datetime
) -> list[Card]:
    """Return the next events, each at its next time, of some agendas or of all."""
    category = categories[0] if categories else ""
    found = coming(api.portal.get(), now, most, agendas, category)
    return [
        Card(
            one.listed.event.title,
            one.listed.url,
            one.listed.event.location or one.listed.event.address.town,
            day=when_in_words(one.time),
            picture=_shown(one.listed.url, one.listed.picture),
            uid=one.listed.event.id,
        )
        for one in found
    ]


def card(brain: Any) -> Card:
    """Return an entry of the catalogue as a card."""
    url = brain.getURL()
    picture = _shown(url, getattr(brain, "web_leading", None) or None)
    return Card(brain.Title, url, brain.Description, picture=picture, uid=brain.UID)


def _shown(url: str, told: Any) -> Shown | None:
    if not told:
        return None
    return shown(f"{url}/{told['path']}", told, Crop.LANDSCAPE)

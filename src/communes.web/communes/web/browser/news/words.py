"""News as the cards of a list."""

from collections.abc import Mapping
from communes.core.parts.domain.writing import short_date
from communes.web.api.news import ListedNews
from communes.web.browser.albums.showing import of_listed
from communes.web.domain.card import Card
from communes.web.domain.clock import local
from datetime import date


def card_of(one: ListedNews, themes: Mapping[str, str], today: date) -> Card:
    """Return a piece of news as a list shows it.

    :param themes: titles of the categories.
    """
    news = one.news
    day = short_date(local(news.published).date(), today)
    first = themes.get(news.categories[0], "") if news.categories else ""
    return Card(
        title=news.title,
        url=one.url,
        text=news.summary,
        over=first,
        day=f"{day} · {first}" if first else day,
        picture=of_listed(one.url, one.picture),
        uid=news.id,
    )

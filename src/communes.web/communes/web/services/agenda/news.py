"""``@web-news`` of a folder of news and of the site."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.web.api import contents
from communes.web.api import news as door
from communes.web.services.agenda.events import below
from communes.web.services.agenda.events import MOST
from communes.web.services.agenda.serialise import news_json
from communes.web.services.agenda.serialise import news_row_json
from communes.web.services.agenda.serialise import news_url
from communes.web.services.naming import Named
from datetime import datetime
from datetime import UTC
from typing import Any


class NewsGet(Named):
    """Reads ``q`` and ``category``; the latest first."""

    def reply(self) -> dict[str, Any]:
        if self.uid:
            return news_json(self.context, below(self.context, self.uid, door.is_news))
        form = self.request.form
        category, words = str(form.get("category", "")), str(form.get("q", ""))
        found = door.news_list(self.context, datetime.now(UTC), category, words)
        size = body.parameter(self.request, "size", 1, MOST, 50)
        page = body.parameter(self.request, "page", 1, 100_000, 1)
        shown = found[(page - 1) * size : page * size]
        return {
            "@id": f"{self.context.absolute_url()}/@web-news",
            "items": [news_row_json(self.context, one) for one in shown],
            "items_total": len(found),
            "page": page,
            "pages": max(1, -(-len(found) // size)),
            "size": size,
        }


class NewsPost(WritingService):
    """Makes a piece of news in a folder, once per external id."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        external_id = body.value(given, "external_id", str, "")
        known = door.find_by_external_id(self.context, external_id)
        if known is not None:
            # Who may not see it is not told that it is there.
            found = below(self.context, known.UID(), door.is_news)
            return news_json(self.context, found)
        news = door.create_news(self.context, given)
        self.request.response.setStatus(201)
        url = news_url(self.context, news.UID())
        self.request.response.setHeader("Location", url)
        return news_json(self.context, news)


class NewsPatch(Named, WritingService):
    """Reads the values to change, and the ``revision`` that was read."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        read = body.revision(given)
        given.pop("revision", None)
        news = below(self.context, self.uid, door.is_news)
        contents.edit(news, given, read)
        return news_json(self.context, news)


class NewsDelete(Named, WritingService):
    """Answers 204."""

    def write(self) -> Any:
        contents.delete(below(self.context, self.uid, door.is_news))
        return self.reply_no_content()

"""``@web-redirects``: old addresses and where they lead."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.web.redirects.api import add
from communes.web.redirects.api import Redirect
from communes.web.redirects.api import redirects
from communes.web.redirects.api import remove
from plone.restapi.services import Service
from typing import Any


MOST = 500


class RedirectsGet(Service):
    """Reads ``q``, ``page`` and ``size``."""

    def reply(self) -> dict[str, Any]:
        size = body.parameter(self.request, "size", 1, MOST, 50)
        page = body.parameter(self.request, "page", 1, 100_000, 1)
        words = str(self.request.form.get("q", ""))
        found = redirects(self.context, words, (page - 1) * size, size)
        return {
            "@id": f"{self.context.absolute_url()}/@web-redirects",
            "items": [redirect_json(one) for one in found.rows],
            "items_total": found.total,
            "page": page,
            "pages": max(1, -(-found.total // size)),
            "size": size,
        }


class RedirectsPost(WritingService):
    """Reads ``path`` and ``target``; the same twice changes nothing."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("path", "target"))
        made = add(
            self.context,
            body.value(given, "path", str),
            body.value(given, "target", str),
        )
        self.request.response.setStatus(201)
        return redirect_json(made)


class RedirectsDelete(WritingService):
    """Reads ``path`` of the body; answers 204."""

    def write(self) -> Any:
        given = body.json_body(self.request, ("path",))
        remove(self.context, body.value(given, "path", str))
        return self.reply_no_content()


def redirect_json(one: Redirect) -> dict[str, Any]:
    """Return one redirect."""
    return {
        "path": one.path,
        "target": one.target,
        "manual": one.manual,
        "made_on": one.made_on,
    }

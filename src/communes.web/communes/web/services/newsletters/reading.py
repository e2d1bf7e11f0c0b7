"""``GET``: newsletters, issues, sendings and subscribers."""

from communes.core.web import body
from communes.web.api import subscribers as people
from communes.web.api.issues import issues
from communes.web.api.newsletters import newsletters
from communes.web.services.naming import Named
from communes.web.services.newsletters.serialise import issue_json
from communes.web.services.newsletters.serialise import newsletter_json
from communes.web.services.newsletters.serialise import person_json
from communes.web.services.newsletters.serialise import sending_json
from plone import api
from plone.restapi.services import Service
from typing import Any


MOST = 500


class NewslettersGet(Service):
    """``GET <site>/@newsletters``: those this account sees."""

    def reply(self) -> dict[str, Any]:
        items = [newsletter_json(one) for one in newsletters()]
        return {
            "@id": f"{self.context.absolute_url()}/@newsletters",
            "items": items,
            "items_total": len(items),
        }


class NewsletterGet(Service):
    """``GET <newsletter>/@newsletters``: one."""

    def reply(self) -> dict[str, Any]:
        return newsletter_json(self.context)


class IssuesGet(Service):
    """``GET <newsletter>/@newsletter-issues``: those this account sees."""

    def reply(self) -> dict[str, Any]:
        items = [issue_json(one) for one in issues(self.context)]
        return {
            "@id": f"{self.context.absolute_url()}/@newsletter-issues",
            "items": items,
            "items_total": len(items),
        }


class IssueGet(Service):
    """``GET <issue>/@newsletter-issues``: one."""

    def reply(self) -> dict[str, Any]:
        return issue_json(self.context)


class SendingGet(Service):
    """``GET <issue>/@newsletter-sending``: how far it is."""

    def reply(self) -> dict[str, Any]:
        return sending_json(self.context)


class SubscribersGet(Named):
    """``GET <newsletter>/@newsletter-subscribers``: a page of them, or one."""

    def reply(self) -> dict[str, Any]:
        site = api.portal.get()
        if self.uid:
            one = people.subscriber(site, self.context, self.uid)
            return person_json(self.context, one)
        form = self.request.form
        size = body.parameter(self.request, "size", 1, MOST, 50)
        page = body.parameter(self.request, "page", 1, 100_000, 1)
        found = people.subscribers(
            site, self.context, str(form.get("q", "")), str(form.get("standing", "")),
            (page - 1) * size, size,
        )  # fmt: skip
        return {
            "@id": f"{self.context.absolute_url()}/@newsletter-subscribers",
            "items": [person_json(self.context, one) for one in found.people],
            "items_total": found.total,
            "page": page,
            "size": size,
        }

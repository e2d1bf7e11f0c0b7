"""Answers ``GET @communes-suggest`` with texts to search for and things to go to."""

from communes.search.domain.request import suggestion_from
from communes.search.suggest.api import suggest
from plone import api
from plone.restapi.services import Service
from typing import Any


class CommunesSuggestGet(Service):
    """Reads listed parameters only; refuses the others with a named error."""

    def reply(self) -> dict[str, Any]:
        text, types = suggestion_from(self.request.form)
        found = suggest(api.portal.get(), text, types)
        return {
            "@id": f"{self.context.absolute_url()}/@communes-suggest",
            "suggestions": list(found.texts),
            "items": [
                {"@id": hit.url, "@type": hit.portal_type, "title": hit.title}
                for hit in found.hits
            ],
            "degraded": found.degraded,
        }

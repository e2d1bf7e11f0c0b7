"""``@publications``, ``@publication`` and ``@publication-steps``, read."""

from communes.core.web.body import parameter
from communes.publications.api import register
from communes.publications.domain.publication.register import Wanted
from communes.publications.services.texts.shapes import entry_json
from communes.publications.services.texts.shapes import publication_json
from communes.publications.services.texts.shapes import steps_json
from plone.restapi.services import Service
from typing import Any


FILTERS = {"q": "words", "nature": "nature", "matter": "matter", "street": "street"}


class Texts(Service):
    """The register of an institution, filtered, page by page."""

    def reply(self) -> dict[str, Any]:
        form = self.request.form
        given = {
            field: form[name]
            for name, field in FILTERS.items()
            if isinstance(form.get(name), str)
        }
        year = parameter(self.request, "year", 0, 9999, 0)
        in_force = form.get("in_force") == "1"
        wanted = Wanted(**given, year=year or None, in_force=in_force)
        found = register.register_lines(self.context, wanted)
        size = parameter(self.request, "size", 1, 100, 25)
        page = parameter(self.request, "page", 1, 100_000, 1)
        shelf = f"{self.context.absolute_url()}/publications"
        rows = found[(page - 1) * size : page * size]
        return {
            "@id": f"{self.context.absolute_url()}/@publications",
            "total": len(found),
            "page": page,
            "items": [entry_json(one, shelf) for one in rows],
        }


class Text(Service):
    """One publication, for whoever may see it."""

    def reply(self) -> dict[str, Any]:
        return publication_json(self.context)


class Steps(Service):
    """What may be done with it, and why not yet."""

    def reply(self) -> dict[str, Any]:
        return steps_json(self.context, self.request)

"""``GET @deliberations-templates``: the templates of an assembly, or one of them."""

from communes.deliberations.api import reading
from communes.deliberations.api.template import template_revision
from communes.deliberations.api.template import template_schema
from communes.deliberations.api.template import templates
from communes.deliberations.services import listing
from plone import api
from plone.restapi.services import Service
from typing import Any


def template_json(template: Any, request: Any) -> dict[str, Any]:
    """Return a template: its fields, whether it is offered, its revision."""
    return {
        "@id": template.absolute_url(),
        "UID": template.UID(),
        **listing.fields_of(template, template_schema(), request),
        "offered": reading.state(template) == "active",
        "revision": template_revision(template),
    }


class TemplatesGet(Service):
    """The templates this account may see, by folder."""

    def reply(self) -> dict[str, Any]:
        address = api.portal.get().REQUEST.physicalPathToURL
        return {
            "@id": f"{self.context.absolute_url()}/@deliberations-templates",
            "items": [
                {
                    "@id": address(one.path),
                    "UID": one.uid,
                    "title": one.title,
                    "folder": one.folder,
                    "recurring_at": one.recurring_at,
                    "offered": one.active,
                }
                for one in templates(self.context)
            ],
        }


class TemplateGet(Service):
    """One template."""

    def reply(self) -> dict[str, Any]:
        return template_json(self.context, self.request)

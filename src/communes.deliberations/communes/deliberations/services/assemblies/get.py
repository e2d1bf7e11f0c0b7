"""``GET @deliberations-assemblies``: the assemblies the user may see."""

from communes.deliberations.api import assemblies
from communes.deliberations.api import assembly_settings
from dataclasses import asdict
from plone import api
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from typing import Any


class AssembliesGet(Service):
    """Answers with each assembly and its settings."""

    def reply(self) -> dict[str, Any]:
        found = assemblies(api.portal.get())
        return {
            "@id": f"{self.context.absolute_url()}/@deliberations-assemblies",
            "items": [
                {
                    "@id": one.absolute_url(),
                    "id": one.getId(),
                    "title": one.title,
                    "settings": json_compatible(asdict(assembly_settings(one))),
                }
                for one in found
            ],
            "items_total": len(found),
        }

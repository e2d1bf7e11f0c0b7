"""``GET <item>/@deliberations-links``: the items linked with this one."""

from communes.deliberations.api.link import links
from plone import api
from plone.restapi.services import Service
from typing import Any


def links_json(item: Any) -> dict[str, Any]:
    """Return the linked items this account may see."""
    address = api.portal.get().REQUEST.physicalPathToURL
    return {
        "@id": f"{item.absolute_url()}/@deliberations-links",
        "items": [
            {
                "@id": address(one.path),
                "UID": one.uid,
                "title": one.title,
                "assembly": one.assembly,
                "review_state": one.state,
            }
            for one in links(item)
        ],
    }


class LinksGet(Service):
    """Answers whoever may see the item."""

    def reply(self) -> dict[str, Any]:
        return links_json(self.context)

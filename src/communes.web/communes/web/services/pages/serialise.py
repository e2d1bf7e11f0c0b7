"""A content as JSON, with its addresses."""

from communes.web.api.telling import told
from plone import api
from typing import Any


def content_url(uid: str) -> str:
    """Return the address of a content among the services."""
    return f"{api.portal.get().absolute_url()}/@web-contents/{uid}"


def content_json(obj: Any) -> dict[str, Any]:
    """Return a content with its values."""
    found = told(obj)
    return {"@id": content_url(found["id"]), "page": obj.absolute_url(), **found}

"""What contents of another site are here already, and whether somebody changed them."""

from communes.core.access.catalog import object_by_uid
from communes.web.taking_over import storage
from dataclasses import replace
from typing import Any


#: How a content of ours says what it was there.
EXTERNAL = "plone:"


def ours_of(known: storage.TakenHere | None) -> Any | None:
    """Return the content something was taken as, None when it is not here any more."""
    return object_by_uid(known.uid) if known is not None and known.uid else None


def was_edited(site: Any, obj: Any) -> bool:
    """Tell whether somebody here changed a content since it was taken."""
    known = storage.taken_here(site, _their_uid(obj))
    return known is not None and known.revision != obj.revision


def note_revision(site: Any, obj: Any) -> None:
    """Keep that a content is as the taking over left it."""
    their_uid = _their_uid(obj)
    known = storage.taken_here(site, their_uid)
    if known is not None:
        seen = replace(known, revision=obj.revision)
        storage.keep_taken(site, their_uid, seen)


def _their_uid(obj: Any) -> str:
    said = str(getattr(obj.aq_base, "external_id", ""))
    return said.removeprefix(EXTERNAL) if said.startswith(EXTERNAL) else ""

"""Who is awaited to sign a document of an item, or minutes."""

from communes.core.signature.api import requests_of
from communes.deliberations.storage.clock import now


def awaited_accounts(owner: object) -> tuple[str, ...]:
    """Return the accounts whose turn it is, substitutes of today included."""
    today = now().date()
    found = {
        place.acting(today).user
        for request in requests_of(owner)
        for place in request.turns
    }
    return tuple(sorted(found - {""}))

"""Where contents are for everybody: what leaves the site leads to these alone."""

from collections.abc import Iterable
from communes.core.access.catalog import unrestricted


def public_addresses(uids: Iterable[str]) -> dict[str, str]:
    """Return UID -> address of the contents that everybody may see, whoever asks."""
    wanted = sorted(set(uids))
    if not wanted:
        return {}
    found = unrestricted(UID=wanted, allowedRolesAndUsers=["Anonymous"])
    return {brain.UID: brain.getURL() for brain in found}

"""People as pages name them, from the account that histories keep."""

from communes.core.access.permission import NOBODY
from plone import api


def full_name(account: str) -> str:
    """Return the full name of an account, or the account when it has none.

    Empty for what nobody did: the data of the commune, or a rule of the site.
    """
    if account == NOBODY:
        return ""
    user = api.user.get(userid=account) if account else None
    return (user and user.getProperty("fullname", "")) or account or ""

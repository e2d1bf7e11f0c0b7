"""People as pages name them, from the account that histories keep."""

from plone import api


def full_name(account: str) -> str:
    """Return the full name of an account; the account itself when it has none."""
    user = api.user.get(userid=account) if account else None
    return (user and user.getProperty("fullname", "")) or account or ""

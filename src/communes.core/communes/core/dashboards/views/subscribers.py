"""When an account goes, what it kept for itself goes with it."""

from communes.core.dashboards.views.api import forget_person
from typing import Any
from zope.component.hooks import getSite


def on_account_deleted(event: Any) -> None:
    """Forget the views of the person; the erasure of personal data relies on it."""
    site = getSite()
    # An account of the whole application belongs to no site and keeps no view.
    if site is not None:
        forget_person(site, str(event.principal))

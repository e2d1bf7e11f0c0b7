"""The messages above a page, now."""

from communes.core.access.catalog import visible
from communes.core.public.keeping import kept
from communes.web.domain.alert import Alert
from communes.web.domain.alert import next_change
from communes.web.domain.alert import shown
from communes.web.storage.alerts import published
from communes.web.storage.branches import path_below
from datetime import datetime
from plone import api
from typing import Any


def alerts_above(obj: Any, moment: datetime) -> tuple[Alert, ...]:
    """Return the messages above the page of a content, the most urgent first."""
    return shown(_published(), moment, path_below(obj))


def alerts_now(moment: datetime) -> tuple[Alert, ...]:
    """Return all messages of the site at a moment, those of branches too."""
    return tuple(one for one in _published() if one.shown_at(moment, one.branch))


def alerts_change_at(moment: datetime) -> datetime | None:
    """Return when a message comes or goes next, None when none does."""
    return next_change(_published(), moment)


def _published() -> tuple[Alert, ...]:
    return kept(api.portal.get(), "web.alerts", published)


def branch_choices() -> list[tuple[str, str]]:
    """Return path below the site and title of the folders a message may be for."""
    site = api.portal.get()
    root = "/".join(site.getPhysicalPath())
    query = {"portal_type": "communes.web.Folder", "sort_on": "path"}
    return [
        (one.getPath().removeprefix(f"{root}/"), one.Title) for one in visible(**query)
    ]

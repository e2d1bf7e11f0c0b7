"""What people choose from: themes and audiences of the site, by their French name."""

from communes.web.domain.settings import taxonomy_of
from communes.web.storage.settings import settings_of
from plone import api


def themes() -> list[tuple[str, str]]:
    """Return id and name of every theme; those below another after it: « Vie › … »."""
    settings = settings_of(api.portal.get())
    tree = taxonomy_of(settings)
    return [
        (one.id, " › ".join(step.title for step in tree.path(one.id)))
        for one in settings.categories
    ]


def audiences() -> list[tuple[str, str]]:
    """Return id and name of everybody a content may be for."""
    found = settings_of(api.portal.get()).audiences
    return [(one.id, one.title) for one in found]

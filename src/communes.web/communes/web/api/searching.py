"""The door to the search of the site."""

from communes.core.access.permission import require
from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.interfaces import Found
from communes.web.permissions import MANAGE_SITE
from communes.web.searching import find as finding
from communes.web.searching import fruitless
from communes.web.searching.fruitless import Vain
from datetime import date
from plone import api


def search(query: ListQuery) -> Found:
    """Return one page of what the current user may see of the site.

    :raises QueryRefused: more words, or a page further down, than anyone reads.
    """
    return finding.find(api.portal.get(), query)


def note_in_vain(text: str) -> None:
    """Count words that nothing was found for."""
    fruitless.note(_path(), text, date.today())


def in_vain() -> list[Vain]:
    """Return the words citizens looked for in vain, the most often asked first.

    :raises MayNot: the user does not manage the site.
    """
    require(MANAGE_SITE, api.portal.get())
    return fruitless.noted(_path())


def _path() -> str:
    return "/".join(api.portal.get().getPhysicalPath())

"""The names by which a proxy forgets pages and open data of the portal."""

from Acquisition import aq_chain
from communes.core.public.api import forget
from communes.publications.content.institution import IInstitution
from plone.base.interfaces import IPloneSiteRoot
from typing import Any


#: On every answer, and on those that tell of several institutions.
PORTAL, LISTS = "portal", "portal-lists"


def tags_of(obj: Any) -> tuple[str, ...]:
    """Return the names of what is made of this: the portal's and all above it.

    What stands above every institution is a list of what they have.
    """
    path = _path_from_institution(obj)
    if not path:
        return (PORTAL, LISTS)
    return (PORTAL, *("-".join(path[:end]) for end in range(1, len(path) + 1)))


def forget_around(obj: Any) -> None:
    """Have the proxies forget every answer that may show a thing, after the commit.

    Its page, those above it, feeds, searches and open data: all of its institution,
    and what tells of several. Those of other institutions stay.
    """
    forget({tags_of(obj)[1], LISTS})


def _path_from_institution(obj: Any) -> tuple[str, ...]:
    names: list[str] = []
    for one in aq_chain(obj):
        if IInstitution.providedBy(one):
            return (one.getId(), *reversed(names))
        if IPloneSiteRoot.providedBy(one):
            break
        names.append(one.getId())
    return ()

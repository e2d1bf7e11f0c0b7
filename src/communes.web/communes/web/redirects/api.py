"""The door to redirects: which there are, one more, one less."""

from communes.core.access.permission import require
from communes.core.journal.api import record
from communes.web.content.base import IWebContent
from communes.web.domain.links.redirects import BadRedirect
from communes.web.domain.links.redirects import path_of
from communes.web.permissions import MANAGE_SITE
from dataclasses import dataclass
from plone.app.redirector.interfaces import IRedirectionStorage
from typing import Any
from zope.component import getUtility


@dataclass(frozen=True)
class Redirect:
    """``path`` and ``target`` are below the site.

    ``manual``: somebody wrote it; else a content moved. ``made_on``: ISO date, empty
    when nobody kept it.
    """

    path: str
    target: str
    manual: bool
    made_on: str


@dataclass(frozen=True)
class Redirects:
    """One page of them, by path, and how many there are in all."""

    rows: tuple[Redirect, ...]
    total: int


def redirects(site: Any, words: str = "", start: int = 0, most: int = 50) -> Redirects:
    """Return the redirects of the site.

    :param words: only those with this part in one of their addresses.
    :raises MayNot: the user does not manage the site.
    """
    require(MANAGE_SITE, site)
    book, root = getUtility(IRedirectionStorage), _root(site)
    wanted, asked = [], words.strip().lower()
    for old in sorted(book):
        if old.startswith(f"{root}/"):
            target = str(book.get(old) or "")
            if asked in old.lower() or asked in target.lower():
                wanted.append(old)
    rows = tuple(_told(book, root, old) for old in wanted[start : start + most])
    return Redirects(rows, len(wanted))


def add(site: Any, path: str, target: str) -> Redirect:
    """Have an old address lead to a content of the site.

    :param path: the old address, with or without the site's.
    :param target: the address of the content.
    :raises MayNot: the user does not manage the site.
    :raises BadRedirect: something stands at the old address, or nothing at the new.
    """
    require(MANAGE_SITE, site)
    url, root, book = site.absolute_url(), _root(site), getUtility(IRedirectionStorage)
    old, new = path_of(path, url), path_of(target, url)
    if IWebContent.providedBy(site.unrestrictedTraverse(old[1:], None)):
        problem = "une page du site s'y trouve"
        raise BadRedirect(field="path", value=old, problem=problem)
    if site.unrestrictedTraverse(new[1:], None) is None:
        problem = "la page de destination n'existe pas"
        raise BadRedirect(field="target", value=new, problem=problem)
    book.add(f"{root}{old}", f"{root}{new}", manual=True)
    record("web.redirect_added", site, path=old, leads_to=new)
    return _told(book, root, f"{root}{old}")


def remove(site: Any, path: str) -> None:
    """Have an old address lead nowhere any more.

    :raises MayNot: the user does not manage the site.
    :raises BadRedirect: nothing is redirected there.
    """
    require(MANAGE_SITE, site)
    book, root = getUtility(IRedirectionStorage), _root(site)
    old = path_of(path, site.absolute_url())
    if not book.has_path(f"{root}{old}"):
        problem = "elle ne l'est pas, ou ne l'est plus"
        raise BadRedirect(field="path", value=old, problem=problem)
    book.remove(f"{root}{old}")
    record("web.redirect_removed", site, path=old)


def _told(book: Any, root: str, old: str) -> Redirect:
    target, made, manual = book.get_full(old)
    day = made.ISO8601()[:10] if made is not None else ""
    return Redirect(old[len(root) :], str(target).removeprefix(root), bool(manual), day)


def _root(site: Any) -> str:
    return "/".join(site.getPhysicalPath())

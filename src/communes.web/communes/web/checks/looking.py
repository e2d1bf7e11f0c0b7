"""Looks one content over: what of it is to be mended, and which links it has."""

from communes.core.access.catalog import object_by_uid
from communes.core.access.catalog import unrestricted
from communes.web.api.pages import HOME
from communes.web.checks import storage
from communes.web.content.base import IWebContent
from communes.web.content.page import IPage
from communes.web.content.picture import IPicture
from communes.web.content.service import IService
from communes.web.domain.links.corrections import Checked
from communes.web.domain.links.corrections import findings
from communes.web.domain.links.corrections import links_of
from communes.web.domain.links.corrections import outside_of
from communes.web.domain.states import WebState
from communes.web.links.anchoring import broken_of
from communes.web.links.referring import referrers
from communes.web.links.values import addresses_of
from communes.web.links.values import led_to
from communes.web.links.values import texts_of
from communes.web.storage.settings import settings_of
from communes.web.storage.state import state_of
from datetime import date
from plone import api
from typing import Any
from urllib.parse import urlsplit


#: Texts of these say what is so until somebody changes them; the others have a day.
_AGE = (IPage, IService)


def look_over(site: Any, uid: str, today: date) -> None:
    """Keep what is to be mended on a content, whoever asks."""
    obj = object_by_uid(uid)
    if not IWebContent.providedBy(obj) or state_of(obj) == WebState.ARCHIVED:
        storage.forget(site, uid)
        return
    checked = checked_of(obj)
    hosts = (urlsplit(site.absolute_url()).netloc,)
    outside = outside_of(checked, hosts)
    storage.keep_addresses(site, uid, outside)
    dead = {one for one in outside if _is_dead(site, one)}
    months = settings_of(site).outdated_after_months
    broken = broken_of(obj, links_of(checked))
    storage.keep_findings(site, uid, findings(checked, broken, dead, today, months))


def checked_of(obj: IWebContent) -> Checked:
    """Return what is looked at of a content."""
    public = state_of(obj) == WebState.PUBLISHED
    texts = texts_of(obj)
    chosen = tuple(f"resolveuid/{uid}" for uid in sorted(led_to(obj)))
    ages = public and any(one.providedBy(obj) for one in _AGE)
    return Checked(
        obj.UID(),
        texts,
        tuple(dict.fromkeys((*addresses_of(obj), *chosen))),
        tuple(_silent(obj)),
        led_to=not public or is_led_to(obj),
        ages=ages,
        looked_at=_looked_at(obj),
    )


def is_led_to(obj: IWebContent) -> bool:
    """Tell whether a citizen finds a page: a link leads there, or each place above.

    Other contents have lists of their own. A place leads to what it holds when it is
    published, and in the menu or led to itself.
    """
    here: Any = obj
    while IPage.providedBy(obj) and IWebContent.providedBy(here):
        if _is_linked(here):
            return True
        in_menu = getattr(here.aq_base, "in_menu", True)
        if not in_menu or state_of(here) != WebState.PUBLISHED:
            return False
        here = here.__parent__
    return True


def _is_linked(obj: Any) -> bool:
    """Tell whether the first page, the foot or something published leads there."""
    site, path = api.portal.get(), obj.getPhysicalPath()
    below = "/".join(path[len(site.getPhysicalPath()) :])
    if below == HOME or below in settings_of(site).foot_pages:
        return True
    return any(
        brain.review_state == WebState.PUBLISHED
        for brain in referrers(obj.UID())
        if brain.UID != obj.UID()
    )


def _silent(obj: Any) -> list[str]:
    held = (one for one in obj.objectValues() if IPicture.providedBy(one))
    return [
        one.title or one.getId() for one in held if not (one.alternative or "").strip()
    ]


def _looked_at(obj: Any) -> date:
    changed: date = obj.modified().asdatetime().date()
    said = obj.reviewed_on
    return max(changed, said) if isinstance(said, date) else changed


def _is_dead(site: Any, address: str) -> bool:
    asked = storage.asked_of(site, address)
    return asked is not None and asked.dead


def all_uids() -> list[str]:
    """Return every content of the website, whoever asks."""
    found = unrestricted(object_provides=IWebContent.__identifier__)
    return [brain.UID for brain in found]

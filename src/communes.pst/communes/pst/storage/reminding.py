"""When the letters of reminder last went, and who wants none."""

from BTrees.OOBTree import OOTreeSet
from datetime import date
from persistent.mapping import PersistentMapping
from plone import api
from zope.annotation.interfaces import IAnnotations


KEY = "communes.pst.reminding"
_TOLD, _OFF = "told_on", "off"


def told_on(site: object) -> date | None:
    """Return the day of the last letters; None before the first look."""
    return IAnnotations(site).get(KEY, {}).get(_TOLD)


def keep_told(site: object, day: date) -> None:
    """Note the day of the last letters."""
    _kept(site)[_TOLD] = day


def wants_letters(site: object, account: str) -> bool:
    """Return whether an account gets letters; all do until they say otherwise."""
    return account not in IAnnotations(site).get(KEY, {}).get(_OFF, ())


def choose_letters(site: object, account: str, wanted: bool) -> bool:
    """Keep whether an account wants letters; return whether that is a change."""
    if wants_letters(site, account) is wanted:
        return False
    off = _kept(site)[_OFF]
    if wanted:
        off.remove(account)
    else:
        off.insert(account)
    return True


def addressee(account: str) -> tuple[str, str]:
    """Return (name, address) of an account; no address for one that is gone."""
    user = api.user.get(userid=account)
    if user is None:
        return "", ""
    name = user.getProperty("fullname", "") or user.getUserName()
    return name, user.getProperty("email", "") or ""


def _kept(site: object) -> PersistentMapping:
    annotations = IAnnotations(site)
    if KEY not in annotations:
        annotations[KEY] = PersistentMapping({_OFF: OOTreeSet()})
    return annotations[KEY]

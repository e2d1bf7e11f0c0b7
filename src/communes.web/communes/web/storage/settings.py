"""Where the settings of the website are kept, and how they are read."""

from collections.abc import Mapping
from communes.core.settings.domain import flatten
from communes.core.settings.domain import unflatten
from communes.web.domain.settings import WebSettings
from functools import cache
from persistent.mapping import PersistentMapping
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "communes.web.settings"


#: Where what was read stays beside what is kept, until either is written or goes.
_READ = "_v_settings"


def settings_of(site: Any) -> WebSettings:
    """Return the settings of the website of a site, the defaults where none is kept.

    Every page asks several times: they are read once for each change.
    """
    kept = IAnnotations(site).get(KEY)
    if kept is None:
        return _usual()
    # Wakes it: a sleeping object would lose what is put beside it.
    values = dict(kept)
    found = getattr(kept, _READ, None)
    if found is None or found[0] != values:
        found = (values, unflatten(WebSettings, flat(site), "réglages"))
        setattr(kept, _READ, found)
    return found[1]


@cache
def _usual() -> WebSettings:
    return WebSettings()


@cache
def _usual_flat() -> dict[str, object]:
    return flatten(WebSettings())


def flat(site: Any) -> dict[str, object]:
    """Return the live values under their flat keys."""
    return {**_usual_flat(), **IAnnotations(site).get(KEY, {})}


def keep(site: Any, changes: Mapping[str, object]) -> None:
    """Keep values beside those that were said before."""
    annotations = IAnnotations(site)
    if KEY not in annotations:
        annotations[KEY] = PersistentMapping()
    annotations[KEY].update(changes)

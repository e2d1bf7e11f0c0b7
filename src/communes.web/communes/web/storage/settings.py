"""Where the settings of the website are kept, and how they are read."""

from collections.abc import Mapping
from communes.core.settings.domain import flatten
from communes.core.settings.domain import unflatten
from communes.web.domain.settings import WebSettings
from persistent.mapping import PersistentMapping
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "communes.web.settings"


def settings_of(site: Any) -> WebSettings:
    """Return the settings of the website of a site, the defaults where none is kept."""
    return unflatten(WebSettings, flat(site), "réglages")


def flat(site: Any) -> dict[str, object]:
    """Return the live values under their flat keys."""
    return {**flatten(WebSettings()), **IAnnotations(site).get(KEY, {})}


def keep(site: Any, changes: Mapping[str, object]) -> None:
    """Keep values beside those that were said before."""
    annotations = IAnnotations(site)
    if KEY not in annotations:
        annotations[KEY] = PersistentMapping()
    annotations[KEY].update(changes)

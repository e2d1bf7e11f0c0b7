"""Where the settings of the programme are kept, and how they are read."""

from collections.abc import Mapping
from communes.core.access.plain import from_plain
from communes.pst.domain.settings import PstSettings
from persistent.mapping import PersistentMapping
from zope.annotation.interfaces import IAnnotations


KEY = "communes.pst.settings"


def settings_of(site: object) -> PstSettings:
    """Return the settings of the programme of a site."""
    return from_plain(PstSettings, kept(site))


def kept(site: object) -> Mapping[str, object]:
    """Return what was said of the settings."""
    return dict(IAnnotations(site).get(KEY, {}))


def keep(site: object, changes: Mapping[str, object]) -> None:
    """Keep values beside those that were said before."""
    annotations = IAnnotations(site)
    if KEY not in annotations:
        annotations[KEY] = PersistentMapping()
    annotations[KEY].update(changes)

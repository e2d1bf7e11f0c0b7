"""What the file of the commune applied last, remembered by the site itself."""

from collections.abc import Mapping
from persistent.mapping import PersistentMapping
from zope.annotation.interfaces import IAnnotations


KEY = "communes.core.settings.applied"


def applied_last(site: object, name: str) -> dict[str, object]:
    """Return the flat values applied last under ``name``; empty when never applied."""
    return dict(IAnnotations(site).get(KEY, {}).get(name, {}))


def remember_applied(site: object, name: str, values: Mapping[str, object]) -> None:
    """Remember what was applied; writing the same again writes nothing."""
    if applied_last(site, name) == values:
        return
    annotations = IAnnotations(site)
    if KEY not in annotations:
        annotations[KEY] = PersistentMapping()
    annotations[KEY][name] = PersistentMapping(values)

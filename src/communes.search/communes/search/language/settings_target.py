"""The live table ``[search]`` of a site, and the notions it makes of a question."""

from collections.abc import Mapping
from communes.core.settings.domain import flatten
from communes.core.settings.domain import unflatten
from communes.core.settings.interfaces import ISettingsTarget
from communes.search.indexing.lookup import all_uids
from communes.search.indexing.processor import note
from communes.search.language.domain.settings import SearchSettings
from persistent.mapping import PersistentMapping
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


KEY = "communes.search.language"
_DEFAULT = SearchSettings()


@implementer(ISettingsTarget)
@adapter(IPloneSiteRoot)
class SearchTarget:
    """The live settings of the search of one site, as flat keys."""

    schema = SearchSettings

    def __init__(self, site: Any) -> None:
        self.site = site

    def read(self) -> dict[str, object]:
        """Return the live values, the defaults where nothing was said."""
        return {**flatten(SearchSettings()), **_kept(self.site)}

    def write(self, changes: Mapping[str, object]) -> None:
        """Keep these values; other languages have every document sent again.

        :raises InvalidSettings: a value is not one of the table.
        """
        before = settings_of(self.site)
        after = _typed({**self.read(), **changes})
        annotations = IAnnotations(self.site)
        if KEY not in annotations:
            annotations[KEY] = PersistentMapping()
        annotations[KEY].update(changes)
        annotations[KEY]._v_typed = after
        if before.languages != after.languages:
            for uid in all_uids(self.site):
                note(uid)


def settings_of(site: Any) -> SearchSettings:
    """Return the settings of ``site``, typed."""
    kept = _kept(site)
    if not kept:
        return _DEFAULT
    # Asked for each search and each document: typed once for each state of the
    # database; the database drops a "_v_" attribute when another state is loaded.
    typed: SearchSettings | None = getattr(kept, "_v_typed", None)
    if typed is None:
        typed = kept._v_typed = _typed(SearchTarget(site).read())
    return typed


def forget(site: Any) -> None:
    """Leave nothing of the settings behind."""
    IAnnotations(site).pop(KEY, None)


def _typed(flat: Mapping[str, object]) -> SearchSettings:
    return unflatten(SearchSettings, flat, "search")


def _kept(site: Any) -> Any:
    return IAnnotations(site).get(KEY, {})

"""The settings of the programme, kept by the site."""

from collections.abc import Mapping
from communes.core.settings.domain import flatten
from communes.core.settings.domain import unflatten
from communes.core.settings.interfaces import ISettingsTarget
from communes.pst.domain.settings import PstSettings
from communes.pst.storage.settings import keep
from communes.pst.storage.settings import kept
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(ISettingsTarget)
@adapter(IPloneSiteRoot)
class PstTarget:
    """The live settings of the programme of one site, as flat keys."""

    schema = PstSettings

    def __init__(self, site: object) -> None:
        self.site = site

    def read(self) -> dict[str, object]:
        """Return the live values, the defaults where nothing was said."""
        return {**flatten(PstSettings()), **kept(self.site)}

    def write(self, changes: Mapping[str, object]) -> None:
        """Keep these values.

        :raises InvalidSettings: a key or a value is not one of the settings.
        """
        unflatten(PstSettings, {**self.read(), **changes}, "réglages")
        keep(self.site, changes)

"""Where the settings of a commune's file are kept in a site: on its assemblies."""

from collections.abc import Mapping
from communes.core.settings.domain import flatten
from communes.core.settings.domain import unflatten
from communes.core.settings.interfaces import ISettingsTarget
from communes.deliberations.domain.settings import DeliberationsSettings
from communes.deliberations.storage.assembly import all_assemblies
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.workflow.founding import found_assembly
from communes.deliberations.workflow.founding import order_assemblies
from Products.CMFPlone.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(ISettingsTarget)
@adapter(IPloneSiteRoot)
class DeliberationsTarget:
    """The live settings of the deliberations of one site.

    An assembly that a file no longer names stays: it may hold decisions.
    """

    schema = DeliberationsSettings

    def __init__(self, site: object) -> None:
        self.site = site

    def read(self) -> dict[str, object]:
        """Return the live settings as flat dotted keys with plain values."""
        found = tuple(settings_of(one) for one in all_assemblies(self.site))
        return flatten(DeliberationsSettings(assemblies=found))

    def write(self, changes: Mapping[str, object]) -> None:
        """Make and change assemblies to what ``changes`` says.

        :raises InvalidSettings: a key or a value is not one of the settings.
        """
        flat = {**self.read(), **changes}
        wanted = unflatten(DeliberationsSettings, flat, "réglages")
        for one in wanted.assemblies:
            found_assembly(self.site, one)
        order_assemblies(self.site, [one.id for one in wanted.assemblies])

"""The live table ``[exchange]`` of a site: what it says is declared here."""

from collections.abc import Mapping
from communes.core.settings.domain import flatten
from communes.core.settings.domain import unflatten
from communes.core.settings.interfaces import ISettingsTarget
from communes.exchange.peers import api
from communes.exchange.peers.domain.settings import ExchangeSettings
from persistent.mapping import PersistentMapping
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


KEY = "communes.exchange.settings"


@implementer(ISettingsTarget)
@adapter(IPloneSiteRoot)
class ExchangeTarget:
    """The live settings of the exchange of one site, as flat keys."""

    schema = ExchangeSettings

    def __init__(self, site: Any) -> None:
        self.site = site

    def read(self) -> dict[str, object]:
        """Return the live values, the defaults where nothing was said."""
        kept = IAnnotations(self.site).get(KEY, {})
        return {**flatten(ExchangeSettings()), **kept}

    def write(self, changes: Mapping[str, object]) -> None:
        """Keep these values and declare the peers of this site; keys stay.

        A peer that is no longer named is forgotten; what waits for it waits.

        :raises InvalidSettings: a value is not one of the table.
        """
        before = settings_of(self.site)
        after = _typed({**self.read(), **changes})
        IAnnotations(self.site).setdefault(KEY, PersistentMapping()).update(changes)
        here = self.site.getId()
        wanted = {one.peer_name: one.peer() for one in after.of_site(here)}
        for gone in before.of_site(here):
            if gone.peer_name not in wanted:
                api.forget(self.site, gone.peer_name)
        for one in wanted.values():
            api.declare(self.site, one)


def settings_of(site: Any) -> ExchangeSettings:
    """Return the settings of a site, typed."""
    return _typed(ExchangeTarget(site).read())


def _typed(flat: Mapping[str, object]) -> ExchangeSettings:
    return unflatten(ExchangeSettings, flat, "exchange")

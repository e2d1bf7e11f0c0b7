"""The settings of the website, kept by the site; who is in its groups with them."""

from collections.abc import Mapping
from communes.core.settings.domain import unflatten
from communes.core.settings.interfaces import ISettingsTarget
from communes.web.domain.settings import WebSettings
from communes.web.storage.access import GROUPS
from communes.web.storage.access import logins
from communes.web.storage.access import make_web_groups
from communes.web.storage.access import set_logins
from communes.web.storage.settings import flat
from communes.web.storage.settings import keep
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zope.component import adapter
from zope.interface import implementer


@implementer(ISettingsTarget)
@adapter(IPloneSiteRoot)
class WebTarget:
    """The live settings of the website of one site, as flat keys."""

    schema = WebSettings

    def __init__(self, site: Any) -> None:
        self.site = site

    def read(self) -> dict[str, object]:
        """Return the live values, the defaults where nothing was said."""
        members = {name: list(logins(self.site, name)) for name in GROUPS}
        return {**flat(self.site), **members}

    def write(self, changes: Mapping[str, object]) -> None:
        """Keep these values, and let the groups have these members.

        :raises InvalidSettings: a key or a value is not one of the settings.
        """
        wanted = unflatten(WebSettings, {**self.read(), **changes}, "réglages")
        make_web_groups(self.site)
        for name in GROUPS:
            if name in changes:
                set_logins(self.site, name, getattr(wanted, name))
        kept = {key: value for key, value in changes.items() if key not in GROUPS}
        if kept:
            keep(self.site, kept)

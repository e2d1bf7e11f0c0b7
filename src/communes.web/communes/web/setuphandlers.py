"""What the installer can not say in XML: hidden profiles, roles and groups."""

from communes.core.access.roles import drop_roles
from communes.web.storage.access import drop_web_groups
from communes.web.storage.access import GROUPS
from communes.web.storage.access import make_web_groups
from plone.base.interfaces import INonInstallable
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


ROLES = tuple(role for _label, role in GROUPS.values())


@implementer(INonInstallable)
class HiddenProfiles:
    """Keep the uninstall profile out of the list of add-ons."""

    def getNonInstallableProfiles(self) -> list[str]:  # noqa: N802
        """Return the profiles nobody installs by hand."""
        return ["communes.web:uninstall"]


def make_groups(setup_tool: Any) -> None:
    """Make the groups of the website, their roles being there."""
    make_web_groups(setup_tool.aq_inner.aq_parent)


def remove_roles(setup_tool: Any) -> None:
    """Take groups, roles and what was kept beside contents out of the site."""
    site = setup_tool.aq_inner.aq_parent
    drop_web_groups(site)
    drop_roles(site, ROLES)
    _drop_books(site)


def _drop_books(site: Any) -> None:
    """Forget settings, plans, shares, corrections and takings over."""
    annotations = IAnnotations(site)
    for name in [one for one in annotations if one.startswith("communes.web.")]:
        del annotations[name]

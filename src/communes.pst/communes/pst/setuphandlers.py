"""What the installer can not say in XML: hidden profiles and roles to take away."""

from plone.base.interfaces import INonInstallable
from zope.interface import implementer


ROLES = (
    "ActionEditor",
    "ActionProposer",
    "AdministrativeResponsible",
    "PstEditor",
    "PstReader",
    "RepresentativeResponsible",
    "TaskPerformer",
)


@implementer(INonInstallable)
class HiddenProfiles:
    """Keep the uninstall profile out of the list of add-ons."""

    def getNonInstallableProfiles(self) -> list[str]:  # noqa: N802
        """Return the profiles nobody installs by hand."""
        return ["communes.pst:uninstall"]


def remove_roles(setup_tool) -> None:
    """Take the solution's roles out of the site; the role map can only add them."""
    site = setup_tool.aq_inner.aq_parent
    present = [role for role in ROLES if role in site.valid_roles()]
    site._delRoles(present)
    plugin = site.acl_users.portal_role_manager
    for role in present:
        if role in plugin.listRoleIds():
            plugin.removeRole(role)

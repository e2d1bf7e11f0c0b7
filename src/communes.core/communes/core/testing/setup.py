"""What an installed solution adds to a site, by name: for the tests of its profiles."""

from plone.base.utils import get_installer
from plone.browserlayer.utils import registered_layers


def traces(portal: object) -> set[str]:
    """Return everything of the site's configuration that bears a name."""
    tools = (
        portal.portal_types,
        portal.portal_workflow,
        portal.portal_groups,
        portal.portal_actions,
    )
    names = {f"{tool.getId()}/{name}" for tool in tools for name in tool.objectIds()}
    names |= {f"record/{name}" for name in portal.portal_registry.records}
    names |= {f"index/{name}" for name in portal.portal_catalog.indexes()}
    names |= {f"column/{name}" for name in portal.portal_catalog.schema()}
    names |= {f"role/{name}" for name in portal.valid_roles()}
    names |= {f"group/{name}" for name in portal.portal_groups.listGroupIds()}
    return names | {f"layer/{layer.__identifier__}" for layer in registered_layers()}


def left_behind(portal: object, package: str) -> set[str]:
    """Return what stays when an installed solution goes, and would go once more.

    It is uninstalled, installed and uninstalled: what the second going leaves, and
    what bears the name of the package after the first.
    """
    installer = get_installer(portal)
    installer.uninstall_product(package)
    without = traces(portal)
    installer.install_product(package)
    installer.uninstall_product(package)
    named = {name for name in without if package in name}
    return (traces(portal) ^ without) | named


def changed_by_installing_again(portal: object, package: str) -> set[str]:
    """Return what a second run of the profile adds or removes."""
    before = traces(portal)
    portal.portal_setup.runAllImportStepsFromProfile(f"profile-{package}:default")
    return traces(portal) ^ before

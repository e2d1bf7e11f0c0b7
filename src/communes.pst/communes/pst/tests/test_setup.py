"""The solution installs, and uninstalls without a trace."""

from communes.pst.interfaces import IPstLayer
from plone.browserlayer.utils import registered_layers
from Products.CMFPlone.utils import get_installer


PACKAGE = "communes.pst"


def traces(portal):
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


def test_default_profile_installs_the_solution(portal):
    assert get_installer(portal).is_product_installed(PACKAGE)
    assert IPstLayer in registered_layers()


def test_uninstall_leaves_nothing(portal):
    installer = get_installer(portal)
    installer.uninstall_product(PACKAGE)
    without = traces(portal)

    installer.install_product(PACKAGE)
    installed = traces(portal)
    installer.uninstall_product(PACKAGE)

    assert installed > without
    assert traces(portal) == without
    assert not [name for name in without if PACKAGE in name]


def test_installing_twice_changes_nothing(portal):
    before = traces(portal)
    portal.portal_setup.runAllImportStepsFromProfile(f"profile-{PACKAGE}:default")

    assert traces(portal) == before

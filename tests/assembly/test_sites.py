"""The sites of every profile build, hold what was chosen, and stay as they are."""

from communes.policy.api import apply
from communes.policy.api import load
from communes.policy.applying.sites import inside
from communes.policy.applying.solutions import installed_solutions
from plone.base.interfaces import IPloneSiteRoot
from Products.CMFPlone.utils import get_installer


def sites_of(app, folder):
    """Return the sites of a profile by id."""
    profile = load(folder)
    return {name: app[profile.slug][name] for name in profile.commune.sites.named()}


def test_the_sites_of_the_file_exist_and_no_other(app, folder):
    sites = sites_of(app, folder)
    assert set(app[folder.name].objectIds()) == set(sites)
    assert all(IPloneSiteRoot.providedBy(site) for site in sites.values())


def test_the_chosen_solutions_are_installed_and_only_those(app, folder):
    chosen = load(folder).commune.sites.named()
    for name, site in sites_of(app, folder).items():
        installed = {solution.name for solution in installed_solutions(site)}
        assert installed == set(chosen[name].solutions), name
        with inside(site):
            assert get_installer(site).is_product_installed("communes.core")


def test_a_second_application_changes_nothing(app, folder):
    app._p_jar.cacheMinimize()
    report = apply(app, folder)

    assert report.changes == []
    assert report.kept == []
    assert app._p_jar._registered_objects == []

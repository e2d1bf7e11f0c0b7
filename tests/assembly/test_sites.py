"""The sites of every profile build, hold what was chosen, and stay as they are."""

from communes.core.organisation.api import mandates_in_office
from communes.core.organisation.api import services
from communes.core.organisation.domain import group_id
from communes.core.settings.domain import flatten
from communes.core.settings.domain import unflatten
from communes.core.settings.interfaces import ISettingsTarget
from communes.policy.api import apply
from communes.policy.api import load
from communes.policy.applying.sites import inside
from communes.policy.applying.solutions import installed_solutions
from datetime import date
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from plone.testing.zope import Browser
from Products.CMFPlone.utils import get_installer
import pytest
from zope.component import getAdapter


TODAY = date(2026, 11, 24)


def sites_of(app, folder):
    """Return the sites of a profile by id."""
    profile = load(folder)
    return {name: app[profile.slug][name] for name in profile.commune.sites.named()}


def opened(app, url, account=None):
    """Return a browser at ``url``, as a demonstration account or as nobody."""
    browser = Browser(app)
    browser.handleErrors = False
    if account is not None:
        credentials = f"Basic {account.login}:{account.password}"
        browser.addHeader("Authorization", credentials)
    browser.open(url)
    return browser


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


def test_a_text_of_an_agent_fetches_nothing(app, folder):
    with inside(sites_of(app, folder)["agents"]):
        transforms = api.portal.get_tool("portal_transforms")
        shown = transforms.convertTo(
            "text/x-html-safe",
            '<p>Vu</p><iframe src="//elsewhere.example"></iframe><img src="/x.png">',
            mimetype="text/html",
        ).getData()
    assert "<p>Vu</p>" in shown
    assert "elsewhere" not in shown
    assert "<img" not in shown


def test_a_second_application_changes_nothing(app, folder):
    report = apply(app, folder)

    assert report.changes == []
    assert report.kept == []
    assert app._p_jar._registered_objects == []


def test_the_site_speaks_french_and_bears_its_name(app, folder):
    profile = load(folder)
    for name, site in sites_of(app, folder).items():
        entry = profile.commune.sites.named()[name]
        with inside(site):
            assert api.portal.get_default_language() == "fr"
            title = api.portal.get_registry_record("plone.site_title")
            assert title == site.title == entry.title
            sender = api.portal.get_registry_record("plone.email_from_address")
            assert (sender or "") == entry.email
            slug = api.portal.get_registry_record("communes.core.slug")
            assert slug == folder.name


def test_the_settings_of_each_solution_are_those_of_the_file(app, folder):
    profile = load(folder)
    for name, site in sites_of(app, folder).items():
        for solution in profile.commune.sites.named()[name].solutions:
            if solution in profile.settings:
                with inside(site):
                    target = getAdapter(site, ISettingsTarget, name=solution)
                    live = target.read()
                wanted = profile.settings[solution]
                assert unflatten(target.schema, live, "live") == wanted
                assert flatten(wanted).items() <= live.items()


def test_services_and_mandates_are_those_of_the_file(app, folder):
    commune = load(folder).commune
    site = sites_of(app, folder)["agents"]
    with inside(site):
        assert {one.id for one in services(site)} == {s.id for s in commune.services}
        for body in {one.body for who in commune.people for one in who.mandates}:
            seated = [one.person.id for one in mandates_in_office(site, body, TODAY)]
            assert sorted(seated) == sorted(
                who.id
                for who in commune.people
                for one in who.mandates
                if one.body == body
            )


def test_accounts_are_in_their_groups_and_in_no_other(app, folder):
    profile = load(folder)
    site = sites_of(app, folder)["agents"]
    with inside(site):
        for account in profile.commune.accounts:
            user = api.user.get(userid=account.id)
            ours = {name for name in user.getGroups() if name.startswith(folder.name)}
            assert ours == {
                group_id(folder.name, *name.rsplit("-", 1)) for name in account.groups
            }
            administers = "Site Administrator" in api.user.get_roles(user=user)
            assert administers == account.administrator


def test_each_demonstration_account_opens_its_first_page(app, folder, reports):
    url = sites_of(app, folder)["agents"].absolute_url()
    for account in reports[folder.name].accounts:
        browser = opened(app, url, account)
        assert browser.headers["status"].lower() == "200 ok", account.login


def test_an_agent_starts_with_the_dashboard(app, folder):
    for name, site in sites_of(app, folder).items():
        with inside(site):
            starts = site.getLayout() == "tableau-de-bord"
        assert starts == (name == "agents"), name


def test_nobody_sees_the_agents_site_without_an_account(app, folder):
    site = sites_of(app, folder)["agents"]
    browser = opened(app, f"{site.absolute_url()}/login")
    assert browser.headers["status"].lower() == "200 ok"
    for service in load(folder).commune.services:
        assert service.title not in browser.contents


def test_the_public_site_answers_everyone(app, folder):
    site = sites_of(app, folder).get("www")
    if site is None:
        pytest.skip(f"{folder.name} has no public site")
    assert opened(app, site.absolute_url()).headers["status"].lower() == "200 ok"

"""Whoever comes in lands on a dashboard; who is not known sees the way in only."""

from agents import Agent
from playwright.sync_api import expect
import pytest


LOGINS = (
    "isabelle.troquet",
    "julie.pirotte",
    "marc.evrard",
    "benoit.quoilin",
    "thibaut.delvigne",
    "pauline.gerouville",
    "hugo.massart",
    "integrateur",
)


#: Who keeps the website: logs in there, and not among the agents.
WEBMASTER = "noemie.servais"


def test_the_demo_has_these_accounts_and_no_other(house):
    assert sorted(house.accounts) == sorted([*LOGINS, WEBMASTER])


@pytest.mark.parametrize("login", LOGINS)
def test_each_role_lands_on_a_dashboard(agent, login):
    page = agent(login).page
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bonjour")
    expect(page.get_by_role("navigation", name="Navigation principale")).to_be_visible()
    expect(page.get_by_text("iA.Délib").first).to_be_visible()


@pytest.mark.parametrize(
    "path",
    ["", "deliberations", "@@search?SearchableText=voirie", "sitemap", "@@parts"],
)
def test_a_stranger_sees_nothing_but_the_login(house, browser, path):
    stranger = Agent(house, browser, "integrateur", 1280)
    page = stranger.open(path)
    expect(page.get_by_role("heading", level=1)).to_have_text("Connexion")
    expect(page.get_by_role("navigation", name="Navigation principale")).to_have_count(
        0
    )
    stranger.leave()
    assert stranger.broken == []


def test_a_wrong_password_is_said_and_the_name_kept(house, browser):
    stranger = Agent(house, browser, "julie.pirotte", 1280)
    page = stranger.open()
    page.locator("[name=__ac_name]").fill("julie.pirotte")
    page.locator("[name=__ac_password]").fill("faux")
    page.locator("[name=__ac_password]").press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("[name=__ac_name]")).to_have_value("julie.pirotte")
    stranger.leave()

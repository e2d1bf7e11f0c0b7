"""Every answer tells the browser what to refuse: frames, guesses, scripts, copies."""

from plone.app.testing import TEST_USER_NAME
from plone.app.testing import TEST_USER_PASSWORD
from plone.testing.zope import Browser
import pytest
import re


@pytest.fixture
def agent(functional):
    browser = Browser(functional["app"])
    browser.raiseHttpErrors = False
    browser.addHeader("Authorization", f"Basic {TEST_USER_NAME}:{TEST_USER_PASSWORD}")
    browser.addHeader("Accept", "text/html")
    return browser


@pytest.fixture
def stranger(functional):
    browser = Browser(functional["app"])
    browser.addHeader("Accept", "text/html")
    return browser


def opened(functional, browser, path):
    browser.open(f"{functional['portal'].absolute_url()}/{path}")
    return browser.headers


@pytest.mark.parametrize(
    "path", ["@@tableau-de-bord", "nulle-part", "@search?b_size=x"]
)
def test_no_other_site_may_frame_a_page_or_guess_its_type(functional, agent, path):
    headers = opened(functional, agent, path)
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert headers["Referrer-Policy"] == "same-origin"


def test_no_script_inside_a_page_of_ours_runs(functional, agent, stranger):
    for browser, path in ((agent, "@@tableau-de-bord"), (stranger, "login")):
        policy = opened(functional, browser, path)["Content-Security-Policy"]
        assert "script-src 'self' 'unsafe-eval';" in policy


def test_a_page_of_ours_has_no_script_that_its_policy_stops(functional, agent):
    opened(functional, agent, "@@tableau-de-bord")
    page = agent.contents
    assert page.count("<script") == len(re.findall(r"<script [^>]*src=", page))
    assert " onclick=" not in page


def test_a_shared_computer_keeps_no_private_page(functional, agent):
    headers = opened(functional, agent, "@@tableau-de-bord")
    assert headers["Cache-Control"] == "private, no-store"


def test_what_dresses_a_page_may_be_kept(functional, agent):
    headers = opened(functional, agent, "++plone++communes.core/css/shell.css")
    assert "no-store" not in headers.get("Cache-Control", "")

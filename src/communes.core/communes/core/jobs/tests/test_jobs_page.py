"""An operator sees what was given up and has it tried again; nobody else does."""

from communes.core.jobs import api
from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import MAX_ATTEMPTS
from communes.core.jobs.leases import job_store
from communes.core.jobs.leases import JobState
from communes.core.jobs.storage import path_of
from communes.core.jobs.storage import queue_of
from html import unescape
import json
from plone import api as plone_api
from plone.testing.zope import Browser
import pytest
import re
import transaction


PASSWORD = "Valmont-2026"
PLACES = ("@@jobs", "++api++/@communes-jobs")


@pytest.fixture
def site(functional, tmp_path, monkeypatch):
    """A site where one request was given up for a reason that names somebody."""
    monkeypatch.setenv("COMMUNES_VAR", str(tmp_path))
    portal = functional["portal"]
    for login, roles in (("ines", ["Site Administrator"]), ("agent", ["Member"])):
        plone_api.user.create(f"{login}@valmont.example", login, PASSWORD)
        plone_api.user.grant_roles(username=login, roles=roles)
    intent = Intent("mail", "avis-12", {}, "1", 1_750_000_000.0)
    queue_of(portal).shelf.bury(intent, 8, "La boîte de Paul Dubois est pleine.")
    transaction.commit()
    return portal


@pytest.fixture
def browser(functional):
    def opened(login="ines"):
        made = Browser(functional["app"])
        made.handleErrors = True
        made.raiseHttpErrors = False
        if login:
            made.addHeader("Authorization", f"Basic {login}:{PASSWORD}")
        return made

    return opened


def text(page):
    """Return what the browser shows, its entities read."""
    said = page.contents
    return unescape(said if isinstance(said, str) else said.decode())


def given_up_job(site, monkeypatch):
    """Return the number of a job that failed as often as it may."""
    store = job_store()
    number = store.enqueue(path_of(site), "importing", {}, "lot-7")
    monkeypatch.setattr("communes.core.jobs.leases.wait_seconds", lambda failures: 0)
    for _attempt in range(MAX_ATTEMPTS):
        store.fail(store.take(60), "Fichier illisible.")
    return number


def test_the_page_says_what_was_given_up_and_why(site, browser):
    page = browser()
    page.open(f"{site.absolute_url()}/@@jobs")
    assert "avis-12" in text(page)
    assert "La boîte de Paul Dubois est pleine." in text(page)
    assert page.getLink("Travaux de fond").url == page.url
    page.getControl("Réessayer").click()
    assert "Le travail sera repris." in text(page)
    transaction.begin()
    assert api.dead_letters(site) == []
    assert api.pending(site, "mail") == 1


def test_a_longer_job_is_tried_again_by_its_number(site, browser, monkeypatch):
    number = given_up_job(site, monkeypatch)
    assert [one.id for one in api.jobs(site, JobState.DEAD)] == [number]
    page = browser()
    page.open(f"{site.absolute_url()}/@@jobs")
    assert "Fichier illisible." in text(page)
    api.retry_job(site, number)
    (job,) = api.jobs(site)
    assert (job.state, job.attempts) == (JobState.QUEUED, 0)
    with pytest.raises(api.NotGivenUp):
        api.retry_job(site, number)


def test_a_second_click_says_that_it_is_taken_up_already(site, browser):
    page = browser()
    page.open(f"{site.absolute_url()}/@@jobs")
    token = re.search(r'name="_authenticator" value="(\w+)"', page.contents)[1]
    for said in ("sera repris", "pas parmi les travaux abandonnés"):
        page.post(
            f"{site.absolute_url()}/@@jobs-retry",
            f"kind=mail&key=avis-12&_authenticator={token}",
        )
        assert said in text(page)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("login", ["agent", None])
def test_only_an_operator_sees_the_work_of_a_site(site, browser, place, login):
    page = browser(login)
    page.open(f"{site.absolute_url()}/{place}")
    assert "Dubois" not in text(page)
    assert "avis-12" not in text(page)
    assert "Travaux de fond" not in text(page)


def test_a_program_reads_and_retries(site, browser):
    address = f"{site.absolute_url()}/++api++/@communes-jobs"
    page = browser()
    page.addHeader("Accept", "application/json")
    page.open(address)
    told = json.loads(page.contents)
    assert [one["key"] for one in told["given_up"]] == ["avis-12"]
    assert told["failing"] == []
    for body, status in (
        ({"kind": "mail", "key": "avis-12"}, "204"),
        ({"kind": "mail", "key": "avis-12"}, "404"),
        ({"job": 77}, "404"),
        ({}, "400"),
    ):
        page.post(address, json.dumps(body), "application/json")
        assert page.headers["status"].startswith(status)

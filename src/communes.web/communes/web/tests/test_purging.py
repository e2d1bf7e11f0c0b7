"""A change is forgotten by the proxies with what shows it, and with no other page."""

from communes.core.jobs.storage import queue_of
from communes.core.public.api import FORGET
from communes.core.public.api import PROXIES
from communes.web.api import contents
from communes.web.tests import dated
import pytest


@pytest.fixture
def site(integration, monkeypatch):
    monkeypatch.setenv(PROXIES, "http://127.0.0.1:9/")
    return dated.as_webmaster(integration["portal"])


def forgotten(site):
    return set(queue_of(site).keys(FORGET))


def test_a_change_of_news_is_forgotten_with_its_folder_and_the_lists(site):
    folder = dated.folder(site)
    news = dated.news(folder)
    other = dated.event(dated.agenda(site))
    before = forgotten(site)
    assert {news.UID(), folder.UID(), "web-news", "sitemap"} <= before
    # Asked once more, an intent of one key stays one.
    contents.edit(news, {"title": "Rue rouverte"})
    assert forgotten(site) == before
    assert other.UID() in before and "web-events" in before


def test_without_a_proxy_nobody_is_asked(site, monkeypatch):
    monkeypatch.delenv(PROXIES)
    dated.news(dated.folder(site))
    assert forgotten(site) == set()


def test_what_is_taken_away_is_forgotten_in_its_place(site):
    folder = dated.folder(site)
    news = dated.news(folder)
    uid = news.UID()
    contents.delete(news)
    assert {uid, folder.UID(), "web-news"} <= forgotten(site)

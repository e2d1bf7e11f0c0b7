"""A citizen's browser gets the addresses of now, from the site as it is served."""

from communes.web.api import contents
from communes.web.tests.webmasters import acting_as_webmaster
from communes.web.tests.webmasters import page as make_page
from communes.web.tests.webmasters import with_people
from plone import api
from plone.testing.zope import Browser
import pytest
import transaction


@pytest.fixture
def site(functional):
    return with_people(functional["portal"])


def test_a_link_leads_on_after_a_move_and_so_does_the_old_address(site, functional):
    target = make_page(site, "Piscine", public=True)
    html = f'<p><a href="{target.absolute_url()}#tarifs">Ici</a></p>'
    source = make_page(site, "Sports", ("text", {"html": html}), public=True)
    place = contents.create(site, "Folder", {"title": "Loisirs"})
    acting_as_webmaster()
    old, secret = target.absolute_url(), make_page(site, "Projet secret")
    api.content.move(target, place)
    transaction.commit()
    browser = Browser(functional["app"])
    browser.handleErrors = False
    browser.open(source.absolute_url())
    moved = f"{site.absolute_url()}/loisirs/piscine"
    assert f'href="{moved}#tarifs"' in browser.contents
    assert "resolveuid" not in browser.contents
    browser.handleErrors = True
    browser.open(old)
    assert browser.url == moved
    browser.open(f"{site.absolute_url()}/resolveuid/{target.UID()}")
    assert browser.url == moved
    browser.raiseHttpErrors = False
    browser.open(f"{site.absolute_url()}/resolveuid/{secret.UID()}")
    assert browser.headers["status"].startswith("404")
    assert "projet-secret" not in str(browser.contents)

"""Who asks for the head of a page gets what GET says of it, and no body."""

from plone import api
from plone.testing.zope import Browser
import pytest
import transaction


@pytest.fixture
def asked(functional):
    """Return what asks a path of the site with a method."""
    site = functional["portal"]
    name = "communes.core.shell.interfaces.IShellSettings.audience"
    api.portal.set_registry_record(name, "public")
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(site, "Folder", "documents", title="Documents")
        folder.manage_permission("View", ["Anonymous"])
    transaction.commit()
    client = Browser(functional["app"]).testapp
    base = site.absolute_url()
    return lambda method, path: client.request(
        f"{base}/{path}", method=method, expect_errors=True
    )


@pytest.mark.parametrize("path", ["", "documents", "@@login", "nowhere", "robots.txt"])
def test_the_head_of_a_page_is_that_of_the_page(asked, path):
    page, head = asked("GET", path), asked("HEAD", path)
    assert (head.status, head.body) == (page.status, b"")
    assert head.headers.get("Content-Type") == page.headers.get("Content-Type")
    assert int(head.headers["Content-Length"]) == len(page.body)

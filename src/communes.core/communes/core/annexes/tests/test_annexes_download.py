"""A hostile file or title does nothing in the browser of who opens it."""

from plone import api as plone_api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.namedfile.file import NamedBlobFile
from plone.testing.zope import Browser
import pytest
import transaction


HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def opened(functional):
    """Give the headers and body an annex of that type is served with."""

    def open_annex(content_type, address, filename="a.bin", logged_in=True, **fields):
        site = functional["portal"]
        with plone_api.env.adopt_roles(["Manager"]):
            site.portal_types["communes.core.Annex"].global_allow = True
            made = plone_api.content.create(
                site,
                "communes.core.Annex",
                title=HOSTILE,
                annex_type="annexe",
                file=NamedBlobFile(b"<svg/>", content_type, filename),
                **fields,
            )
        transaction.commit()
        browser = Browser(functional["app"])
        browser.raiseHttpErrors = False
        if logged_in:
            who = f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}"
            browser.addHeader("Authorization", who)
        browser.open(f"{made.absolute_url()}{address}")
        return browser

    return open_annex


@pytest.mark.parametrize("address", ["/@@download/file", "/@@display-file/file"])
@pytest.mark.parametrize(
    "content_type",
    ["image/svg+xml", "text/html", "application/javascript", "text/plain"],
)
def test_what_a_browser_could_run_is_a_download(opened, content_type, address):
    headers = opened(content_type, address).headers
    assert headers["Content-Disposition"].startswith("attachment")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "address,disposition",
    [("/@@display-file/file", "inline"), ("/@@download/file", "attachment")],
)
def test_a_pdf_is_shown_or_saved_as_asked(opened, address, disposition):
    headers = opened("application/pdf", address).headers
    assert headers["Content-Type"] == "application/pdf"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Disposition"].startswith(disposition)


def test_a_confidential_file_is_not_given_to_a_stranger(opened):
    page = opened(
        "application/pdf", "/@@download/file", logged_in=False, confidential=True
    )
    assert "<svg/>" not in page.contents
    assert HOSTILE not in page.contents


def test_the_address_of_an_annex_shows_its_matter_and_no_script(opened):
    page = opened("application/pdf", "/view")
    assert page.headers["status"].startswith("200")
    assert page.url.rstrip("/") == "http://nohost/plone"
    assert HOSTILE not in page.contents

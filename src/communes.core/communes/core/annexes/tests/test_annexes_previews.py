"""Each annex gets a picture of its first page, seen by who sees the annex."""

from communes.core.annexes.previews import draw
from communes.core.annexes.previews import Drawing
from communes.core.annexes.previews import KIND
from communes.core.annexes.previews import preview_url
from communes.core.jobs.storage import queue_of
from communes.core.scanning.tests.papers import scan
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.namedfile.file import NamedBlobFile
from plone.testing.zope import Browser
import pytest
import transaction


pytest.importorskip("pypdfium2")


def annex(site, data=None, kind="application/pdf", **fields):
    site.portal_types["communes.core.Annex"].global_allow = True
    with api.env.adopt_roles(["Manager"]):
        return api.content.create(
            site,
            "communes.core.Annex",
            title="Plan",
            annex_type="annexe",
            file=NamedBlobFile(scan() if data is None else data, kind, "plan.pdf"),
            **fields,
        )


def work(site):
    intents = queue_of(site).take(KIND, 10)
    return Drawing().run(site, intents)


@pytest.fixture
def site(integration):
    return integration["portal"]


def test_the_worker_draws_an_annex_once_for_a_file(site):
    made = annex(site)
    assert preview_url(made) == ""
    (outcome,) = work(site)
    assert outcome.key == made.UID()
    assert made.preview.data.startswith(b"\xff\xd8")
    assert preview_url(made).endswith("/@@apercu")
    assert draw(made) is False
    made.file = NamedBlobFile(scan(), "application/pdf", "autre.pdf")
    made.file.data = scan(turned=90)
    assert draw(made) is True


def test_what_can_not_be_drawn_is_tried_once(site):
    broken = annex(site, b"%PDF broken")
    work(site)
    assert broken.preview is None and broken.preview_of
    sheet = annex(site, b"PK", "application/vnd.oasis.opendocument.text")
    assert sheet.UID() not in {one.key for one in queue_of(site).take(KIND, 10)}
    broken.file = NamedBlobFile(scan(), "application/pdf", "bon.pdf")
    assert draw(broken) is True
    broken.file = NamedBlobFile(b"PK", "application/zip", "autre.zip")
    draw(broken)
    assert preview_url(broken) == ""


def test_who_may_not_see_the_annex_does_not_see_its_picture(functional):
    site = functional["portal"]
    made = annex(site, confidential=True)
    draw(made)
    url = preview_url(made)
    transaction.commit()
    stranger = Browser(functional["app"])
    stranger.raiseHttpErrors = False
    stranger.open(url)
    assert "image/jpeg" not in stranger.headers.get("Content-Type", "")
    reader = Browser(functional["app"])
    who = f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}"
    reader.addHeader("Authorization", who)
    reader.open(url)
    assert reader.headers["Content-Type"] == "image/jpeg"
    assert reader.headers["X-Content-Type-Options"] == "nosniff"
    assert "private" in reader.headers["Cache-Control"]

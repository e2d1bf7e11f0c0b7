"""What a real plone.restapi tells of a real Plone's contents is read."""

from communes.web.domain.agenda.event import Event
from communes.web.domain.news import News
from communes.web.domain.taking_over.mapping import mapped
from communes.web.domain.taking_over.ours import TextPage
from communes.web.domain.taking_over.ours import Upload
from communes.web.domain.taking_over.source import read_source
from communes.web.tests.photos import photo
from datetime import datetime
from datetime import UTC
import json
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from plone.restapi.interfaces import ISerializeToJson
import pytest
from zope.component import getMultiAdapter


@pytest.fixture
def site(integration):
    found = integration["portal"]
    setRoles(found, TEST_USER_ID, ["Manager"])
    return found


def told(site, obj):
    """Return what the service of an object answers, as it goes over the network."""
    made = getMultiAdapter((obj, site.REQUEST), ISerializeToJson)()
    given = json.loads(json.dumps(made, default=str))
    return mapped(read_source(given, site.absolute_url()))


def text(html):
    return RichTextValue(html, "text/html", "text/x-html-safe")


def test_pages_news_and_folders_of_plone_are_read(site):
    folder = api.content.create(site, "Folder", "sports", "Sports")
    page = api.content.create(
        folder, "Document", "piscine", "Piscine", text=text("<p>Ouvert</p>")
    )
    news = api.content.create(
        site, "News Item", "nouvelle", "Nouvelle", description="Court",
        text=text("<p>Long</p>"), subject=("Travaux",),
    )  # fmt: skip
    assert told(site, folder).content == TextPage(
        folder.UID(), "Sports", "", "", folder=True
    )
    found = told(site, page)
    assert (found.path, found.content.html) == ("/sports/piscine", "<p>Ouvert</p>")
    read = told(site, news).content
    assert isinstance(read, News)
    assert (read.summary, read.text, read.categories) == (
        "Court", "<p>Long</p>", ("Travaux",),
    )  # fmt: skip


def test_events_of_plone_are_read_to_the_minute(site):
    event = api.content.create(
        site, "Event", "marche", "Marché", location="Place",
        start=datetime(2026, 10, 18, 6, tzinfo=UTC),
        end=datetime(2026, 10, 18, 11, tzinfo=UTC),
        recurrence="RRULE:FREQ=WEEKLY;COUNT=4\r\nEXDATE:20261025T000000",
    )  # fmt: skip
    read = told(site, event).content
    assert isinstance(read, Event)
    assert (read.starts, read.ends) == (
        datetime(2026, 10, 18, 8), datetime(2026, 10, 18, 13),
    )  # fmt: skip
    assert read.excluded == (datetime(2026, 10, 25, 8),)


def test_pictures_and_files_of_plone_are_read(site):
    image = api.content.create(
        site, "Image", "photo", "Photo", description="Un bassin",
        image=NamedBlobImage(photo(), filename="photo.jpg"),
    )  # fmt: skip
    file = api.content.create(
        site, "File", "plan", "Plan",
        file=NamedBlobFile(b"%PDF-1.4", filename="plan.pdf"),
    )  # fmt: skip
    seen = told(site, image).content
    assert isinstance(seen, Upload)
    assert (seen.alternative, seen.blob.media_type) == ("Un bassin", "image/jpeg")
    # The copy that is told is another file than the one whose size is.
    assert seen.blob.url == f"{image.absolute_url()}/@@images/image"
    assert seen.blob.size == image.image.getSize()
    kept = told(site, file).content
    assert (kept.blob.name, kept.blob.size) == ("plan.pdf", 8)

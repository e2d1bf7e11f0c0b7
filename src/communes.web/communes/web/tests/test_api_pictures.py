"""Pictures by their door: sent, described, cropped, made in sizes, taken away."""

from communes.core.access.errors import MayNot
from communes.core.access.errors import StaleRevision
from communes.core.jobs.domain import Intent
from communes.core.jobs.storage import queue_of
from communes.web.api import pictures as door
from communes.web.api.albums import add_photos
from communes.web.api.albums import album_record
from communes.web.api.albums import cover_of
from communes.web.api.transition import do_step
from communes.web.domain.errors import NotReady
from communes.web.domain.pictures import Crop
from communes.web.domain.pictures import PictureRefused
from communes.web.pictures.working import MakingScales
from communes.web.tests import dated
from communes.web.tests.photos import OWNER
from communes.web.tests.photos import photo
from communes.web.tests.photos import photo_of_a_camera
from io import BytesIO
from PIL import Image
from plone.app.testing import logout
from Products.CMFCore.indexing import processQueue
import pytest


@pytest.fixture
def site(integration):
    return dated.as_webmaster(integration["portal"])


@pytest.fixture
def album(site):
    return dated.album(site)


def work(picture):
    """Do what the worker does."""
    intent = Intent("communes.web.scales", picture.UID(), {"uid": picture.UID()}, "", 0)
    MakingScales().run(None, [intent])


def size_of(data):
    with Image.open(BytesIO(data)) as found:
        return found.size


def test_many_files_are_sent_at_once_and_each_is_answered(album):
    told = add_photos(
        album,
        [
            ("un.jpg", photo()),
            ("deux.svg", b"<svg onload='alert(1)'/>"),
            ("trois.png", photo(kind="PNG")),
        ],
    )
    assert [bool(one.id) for one in told] == [True, False, True]
    assert "SVG" in str(told[1].reason)
    assert [one.getId() for one in door.pictures_of(album)] == [told[0].id, told[2].id]


def test_what_a_camera_adds_is_in_no_size_and_not_in_the_original(album):
    made = door.add_picture(album, photo_of_a_camera(), "IMG 1.JPG", "Un char")
    work(made)
    given = door.original_of(made)
    assert OWNER not in given.data and given.filename == "IMG 1.jpg"
    assert (made.width, made.height) == (1200, 1600)
    names = list(made.scales)
    assert "320" in names and "carre-320" in names
    for name in names:
        data, kept = door.scale_of(made, name)
        assert kept and OWNER not in data


def test_a_size_is_made_once_and_before_that_for_who_asks(album):
    made = door.add_picture(album, photo(), "a.jpg")
    data, kept = door.scale_of(made, "640")
    assert (size_of(data), kept, made.scales) == ((640, 480), False, None)
    work(made)
    first = made.scales["640"]
    work(made)
    assert made.scales["640"] is first
    assert door.scale_of(made, "640")[1]
    assert door.scale_of(made, "641") is None
    assert door.scale_of(made, "1920") is None


def test_sizes_are_asked_of_the_worker(site, album):
    before = queue_of(site).pending("communes.web.scales")
    door.add_picture(album, photo(), "a.jpg")
    assert queue_of(site).pending("communes.web.scales") == before + 1


def test_a_crop_is_shown_and_is_dropped_with_its_picture(album):
    made = door.add_picture(album, photo(1600, 800), "a.jpg")
    mark = door.told_picture(made)["mark"]
    box = {"left": 0, "top": 0, "width": 800, "height": 800}
    door.crop_picture(made, Crop.SQUARE, box)
    assert door.told_picture(made)["mark"] != mark
    assert size_of(door.scale_of(made, "carre-640")[0]) == (640, 640)
    with pytest.raises(PictureRefused, match="sort de l'image"):
        door.crop_picture(made, Crop.SQUARE, {**box, "left": 900})
    door.replace_picture(made, photo(400, 400), "b.png")
    assert made.crops == {} and made.scales is None


def test_an_album_is_published_when_each_picture_says_what_it_shows(album):
    with pytest.raises(NotReady, match="au moins une photo"):
        do_step(album, "publish")
    made = door.add_picture(album, photo(), "a.jpg")
    with pytest.raises(NotReady, match=r"texte alternatif de 1 photo.*droit à l'image"):
        do_step(album, "publish")
    door.describe_picture(made, {"alternative": "Des géants"})
    album.consent_checked = True
    do_step(album, "publish")
    assert album_record(album).photos[0].alternative == "Des géants"


def test_an_event_with_a_silent_picture_is_not_published(site):
    event = dated.event(dated.agenda(site), public=False)
    door.add_picture(event, photo(), "a.jpg")
    with pytest.raises(NotReady, match="texte alternatif"):
        do_step(event, "publish")


def test_pictures_are_put_in_order_and_one_leads(site):
    event = dated.event(dated.agenda(site))
    one, two = (door.add_picture(event, photo(), f"{n}.jpg", "x") for n in "ab")
    door.order_pictures(event, [two.getId()])
    assert door.pictures_of(event) == [two, one]
    assert cover_of(event) == two
    door.lead_with(event, one.getId())
    processQueue()
    (row,) = site.portal_catalog(UID=event.UID())
    assert row.web_leading["path"] == one.getId()
    door.describe_picture(one, {"alternative": "Un pont"})
    processQueue()
    (row,) = site.portal_catalog(UID=event.UID())
    assert row.web_leading["alternative"] == "Un pont"
    door.remove_picture(one)
    processQueue()
    (row,) = site.portal_catalog(UID=event.UID())
    assert not row.web_leading and event.picture == ""
    with pytest.raises(PictureRefused):
        door.lead_with(event, "autre")


def test_a_colleague_s_words_are_not_overwritten(album):
    made = door.add_picture(album, photo(), "a.jpg")
    door.describe_picture(made, {"title": "Un"}, 0)
    with pytest.raises(StaleRevision):
        door.describe_picture(made, {"title": "Deux"}, 0)


def test_nobody_sees_the_pictures_of_what_is_private(album):
    made = door.add_picture(album, photo(), "a.jpg")
    logout()
    for act in (
        lambda: door.scale_of(made, "640"),
        lambda: door.original_of(made),
        lambda: door.add_picture(album, photo(), "b.jpg"),
        lambda: door.describe_picture(made, {"title": "x"}),
        lambda: door.remove_picture(made),
        lambda: door.order_pictures(album, []),
    ):
        with pytest.raises(MayNot):
            act()

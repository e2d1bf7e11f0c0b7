"""The pages that keep pictures: many sent at once, words, order, crops, rights."""

from communes.web.api import pictures
from communes.web.browser.albums import managing
from communes.web.pictures.scales import make_scales
from communes.web.tests import dated
from communes.web.tests.photos import photo
from html import unescape
from io import BytesIO
from plone import api
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
from zExceptions import NotFound
from zExceptions import Unauthorized


class Sent(BytesIO):
    """A file as the publisher hands it over."""

    def __init__(self, filename, data):
        super().__init__(data)
        self.filename = filename


@pytest.fixture
def site(integration, monkeypatch):
    for module in (
        "communes.web.browser.albums.managing",
        "communes.core.shell.acting",
    ):
        monkeypatch.setattr(f"{module}.CheckAuthenticator", lambda _request: None)
    return dated.as_webmaster(integration["portal"])


@pytest.fixture
def album(site):
    return dated.album(site)


def posted(obj, name, **form):
    """Send a form of a page; return what is answered."""
    request = obj.REQUEST
    request.form.clear()
    request.form.update(form)
    request.method = "POST"
    try:
        return unescape(api.content.get_view(name, obj, request)())
    finally:
        request.method = "GET"


def test_a_sending_says_of_each_file_what_became_of_it(album):
    files = [Sent("a.jpg", photo(200, 100)), Sent("b.svg", b"<svg/>"), Sent("", b"")]
    page = posted(album, "photos", fichiers=files)
    assert "1 photo(s) ajoutée(s)" in page
    assert "« b.svg » est refusée" in page and "SVG" in page
    assert "À compléter avant de publier" in page
    assert len(pictures.pictures_of(album)) == 1
    page = posted(album, "photos", fichiers=Sent("c.png", photo(50, 50, "PNG")))
    assert len(pictures.pictures_of(album)) == 2


def test_more_files_than_a_sending_takes_are_refused_before_one_is_read(album):
    files = [Sent(f"{n}.jpg", b"") for n in range(managing.MOST_AT_ONCE + 1)]
    with pytest.raises(managing.TooManyFiles, match="60"):
        posted(album, "photos", fichiers=files)
    assert all(one.tell() == 0 for one in files)


def test_words_order_lead_and_removal_are_kept(album):
    one, two = (pictures.add_picture(album, photo(), f"{n}.jpg") for n in "ab")
    words = {f"alternative.{one.getId()}": "Un pont", f"title.{two.getId()}": "Soir"}
    posted(album, "photos-decrire", **words)
    assert (one.alternative, two.title, two.alternative) == ("Un pont", "Soir", "")
    posted(album, "photos-ordonner", item=two.getId(), before=one.getId())
    assert pictures.pictures_of(album) == [two, one]
    posted(album, "photo-principale", photo=two.getId())
    assert album.picture == two.getId()
    posted(album, "photo-retirer", photo=two.getId())
    assert (album.picture, pictures.pictures_of(album)) == ("", [one])
    with pytest.raises(NotFound):
        posted(album, "photo-retirer", photo="carnaval")


def test_a_side_is_chosen_for_each_shape_and_shown_again(album):
    made = pictures.add_picture(album, photo(1000, 500), "a.jpg")
    posted(made, "recadrer-garder", carre="2", portrait="0", paysage="1")
    assert made.crops["carre"] == {"left": 500, "top": 0, "width": 500, "height": 500}
    assert set(made.crops) == {"carre", "portrait"}
    page = dated.shown(made, "recadrer")
    assert page.count('selected="selected"') == 3
    assert '<option value="2" selected="selected">' in page


def test_a_size_is_kept_for_a_year_under_its_mark_by_citizens_alone(site):
    event = dated.event(dated.agenda(site))
    made = pictures.add_picture(event, photo(), "a.jpg", "La scène")
    mark = pictures.told_picture(made)["mark"]
    make_scales(made)

    def asked(**form):
        request = made.REQUEST
        request.form.clear()
        request.form.update(form)
        view = api.content.get_view("vue", made, request)
        view.publishTraverse(request, "640.webp")
        assert view()[8:12] == b"WEBP"
        return request.response.getHeader("Cache-Control")

    assert asked(v=mark).startswith("private")
    logout()
    assert asked(v=mark) == "public, max-age=31536000, immutable"
    assert asked(v="autre") == "public, max-age=60"
    for wrong in ("640.png", "0640.webp"):
        view = api.content.get_view("vue", made, made.REQUEST)
        with pytest.raises(NotFound):
            view.publishTraverse(made.REQUEST, wrong)
            view()


def test_who_may_not_write_an_album_finds_no_page_to_do_it(site, album):
    made = pictures.add_picture(album, photo(), "a.jpg", "x")
    album.consent_checked = True
    dated.published(album)
    setRoles(site, TEST_USER_ID, ["Member"])
    for obj, name in ((album, "photos"), (made, "recadrer")):
        with pytest.raises((NotFound, Unauthorized)):
            dated.shown(obj, name)
    for name in ("photo-principale", "photo-retirer", "photos-ordonner"):
        with pytest.raises(Unauthorized):
            album.restrictedTraverse(f"@@{name}")
    assert pictures.pictures_of(album) == [made]
    # It answers with a sentence, and has written nothing.
    posted(made, "recadrer-garder", carre="2")
    assert made.crops == {}

"""A site is read whole, over its own list, and what has no home is said."""

from communes.web.domain.agenda.event import Event
from communes.web.domain.errors import NoHome
from communes.web.domain.errors import SourceSilent
from communes.web.domain.errors import SourceUnreadable
from communes.web.domain.news import News
from communes.web.domain.taking_over.mapping import mapped
from communes.web.domain.taking_over.mapping import outcome
from communes.web.domain.taking_over.ours import TextPage
from communes.web.domain.taking_over.ours import Upload
from communes.web.domain.taking_over.source import read_source
from communes.web.outside.guard import DECLARED
from communes.web.taking_over.rest import BATCH
from communes.web.taking_over.rest import RestSite
from communes.web.tests.plone_site import item
from communes.web.tests.plone_site import PloneSite
from communes.web.tests.plone_site import serving
from datetime import datetime
from datetime import UTC
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from itertools import islice
import pytest


FEW = settings(max_examples=40, deadline=None)
TEXT = {"content-type": "text/html", "data": "<p>Bonjour</p>", "encoding": "utf-8"}
MARKET = item(
    "Event", "marche",
    start="2026-10-18T06:00:00+00:00", end="2026-10-18T11:00:00+00:00",
    whole_day=False, open_end=False, location="Place",
    recurrence="RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20261025T000000",
)  # fmt: skip
IMAGE = {
    "download": "BASE/photo/@@images/x.jpeg", "filename": "x.jpg",
    "content-type": "image/jpeg", "size": 4,
}  # fmt: skip


@pytest.fixture(autouse=True)
def declared(monkeypatch):
    """The site of the tests stands on this machine."""
    monkeypatch.setenv(DECLARED, "127.0.0.1")


def source(given):
    return read_source(given, "BASE")


def test_each_kind_becomes_ours():
    page = mapped(source(item("Document", "accueil", text=TEXT)))
    assert page.content == TextPage(
        "uid-accueil", "Accueil", "Résumé", "<p>Bonjour</p>"
    )
    assert (page.path, page.public) == ("/accueil", True)
    news = mapped(source(item("News Item", "travaux", text=TEXT))).content
    assert isinstance(news, News)
    assert news.published == datetime(2026, 10, 1, 10, tzinfo=UTC)
    image = mapped(source(item("Image", "photo", image=IMAGE, review_state=None)))
    assert isinstance(image.content, Upload)
    assert (image.content.alternative, image.public) == ("Résumé", True)
    assert not mapped(source(item("Folder", "prive", review_state="private"))).public


def test_an_event_keeps_the_walls_of_its_clocks_and_its_exclusions():
    event = mapped(source(MARKET)).content
    assert isinstance(event, Event)
    assert event.starts == datetime(2026, 10, 18, 8)
    assert event.ends == datetime(2026, 10, 18, 13)
    assert event.excluded == (datetime(2026, 10, 25, 8),)
    assert event.rule == "FREQ=WEEKLY;COUNT=4"


def test_never_is_no_date():
    found = source(
        item("Document", "a", effective="1969-12-31T00:00:00", expires="2499-12-31")
    )
    assert (found.published, found.expires) == (None, None)


def test_what_has_no_home_is_said_and_stops_nothing():
    link = item("Link", "lien")
    wrong = {**MARKET, "@id": "BASE/faux", "recurrence": "RRULE:FREQ=HOURLY"}
    found = outcome(
        [source(link), source(wrong), source(item("Document", "accueil"))],
        [
            ("/vieux", "/ancien"), ("/ancien", "/accueil"), ("/perdu", "/nulle-part"),
            ("/x", "/y"), ("/y", "/x"), ("/accueil", "/ailleurs"),
        ],
    )  # fmt: skip
    assert [one.path for one in found.taken] == ["/accueil"]
    reasons = {path: reason.code for path, reason in found.homeless}
    assert reasons == {"/lien": "web_no_home", "/faux": "web_bad_recurrence"}
    assert found.redirects == (("/vieux", "/accueil"), ("/ancien", "/accueil"))
    with pytest.raises(NoHome, match="Link"):
        mapped(source(link))


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"UID": None}, "UID"),
        ({"modified": "hier"}, "modified"),
        ({"@id": "https://ailleurs.example/x"}, "@id"),
        ({"@id": "BASEMENT/x"}, "@id"),
        ({"text": "<p>"}, "text"),
        ({"subjects": 3}, "subjects"),
        ({"image": {**IMAGE, "download": "http://169.254.169.254/"}}, "image"),
        ({"image": {**IMAGE, "size": None}}, "image"),
    ],
)
def test_what_is_no_content_is_refused_by_its_field(change, name):
    with pytest.raises(SourceUnreadable) as caught:
        source({**item("Document", "x"), **change})
    assert caught.value.field == name


junk = st.none() | st.integers() | st.text(max_size=5) | st.lists(st.none(), max_size=2)


@FEW
@given(st.dictionaries(st.sampled_from(sorted(MARKET)), junk, max_size=4))
def test_no_answer_of_the_other_site_breaks_more_than_itself(change):
    try:
        read = source({**MARKET, **change})
    except SourceUnreadable:
        return
    found = outcome([read])
    assert len(found.taken) + len(found.homeless) == 1


def test_a_site_is_read_page_by_page_and_resumed():
    rows = [item("Document", f"p{number:03}") for number in range(BATCH * 2 + 3)]
    with serving(PloneSite(rows)) as site:
        reader = RestSite(site.base, "secret")
        first = [one.path for one in islice(reader.contents(), BATCH + 1)]
        rest = [one.path for one in reader.contents(len(first))]
    assert first + rest == [f"/p{number:03}" for number in range(len(rows))]
    assert {token for _path, token in site.given} == {"Bearer secret"}


def test_redirects_and_files_are_read():
    alias = {"path": "/vieux", "redirect-to": "/accueil", "manual": True}
    row = item("Image", "photo", image=IMAGE)
    files = {"/photo/@@images/image": b"JPEG"}
    with serving(PloneSite([row], [alias], files)) as site:
        reader = RestSite(site.base)
        (found,) = reader.contents()
        assert list(reader.redirects()) == [("/vieux", "/accueil")]
        assert reader.bytes_of(found.image) == b"JPEG"
        site.files["/photo/@@images/image"] = b"JP"
        with pytest.raises(SourceSilent, match="incomplet"):
            reader.bytes_of(found.image)


def test_a_site_with_volto_is_read_by_its_own_way():
    alias = {"path": "/vieux", "redirect-to": "/accueil"}
    rows = [item("Document", "accueil")]
    with serving(PloneSite(rows, [alias], way="/++api++")) as site:
        reader = RestSite(site.base)
        assert [one.path for one in reader.contents()] == ["/accueil"]
        assert list(reader.redirects()) == [("/vieux", "/accueil")]


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ((500, b""), SourceSilent),
        ((401, b"{}"), SourceSilent),
        ((302, b"http://127.0.0.1:1/"), SourceSilent),
        ((200, b"<html>"), SourceUnreadable),
        ((200, b"[]"), SourceUnreadable),
        ((200, b'{"items": [3], "items_total": 1}'), SourceUnreadable),
        ((200, b'{"items": []}'), SourceUnreadable),
    ],
)
def test_a_site_that_answers_something_else_is_told(answer, error):
    with serving(PloneSite(broken={"/@search": answer})) as site:
        with pytest.raises(error):
            list(RestSite(site.base).contents())


def test_a_site_that_is_not_there_is_told():
    with serving(PloneSite()) as site:
        base = site.base
    with pytest.raises(SourceSilent):
        list(RestSite(base).contents())
    with pytest.raises(SourceSilent):
        RestSite("file:///etc/passwd")

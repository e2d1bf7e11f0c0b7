"""Sections: what they hold, what is refused, what they lack, and their order."""

from communes.web.domain.sections.checks import embed_of
from communes.web.domain.sections.checks import is_safe
from communes.web.domain.sections.checks import missing_of
from communes.web.domain.sections.checks import refuse_unsafe
from communes.web.domain.sections.errors import BadSection
from communes.web.domain.sections.errors import HostNotAllowed
from communes.web.domain.sections.kinds import KINDS
from communes.web.domain.sections.kinds import LABELS
from communes.web.domain.sections.moving import moved
from communes.web.domain.sections.moving import new_id
from communes.web.domain.sections.moving import put
from communes.web.domain.sections.moving import shifted
from communes.web.domain.sections.moving import without
from communes.web.domain.sections.record import changed
from communes.web.domain.sections.record import row_of
from communes.web.domain.sections.record import section_of
from communes.web.domain.sections.record import sections_of
from communes.web.domain.sections.record import values_of
from hypothesis import given
from hypothesis import strategies as st
import pytest


HOSTS = ("www.youtube.com", "framatube.org")


def made(kind, holds=None, **more):
    return section_of({"id": f"{kind}-1", "kind": kind, "holds": holds or {}, **more})


def page(*ids):
    return sections_of(tuple({"id": one, "kind": "text"} for one in ids))


def ids(sections):
    return [one.id for one in sections]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_kind_is_kept_as_a_row_and_read_back(kind):
    section = made(kind)
    assert section_of(row_of(section)) == section
    assert kind in LABELS


@pytest.mark.parametrize("width", [25, 33, 50, 66, 75, 100])
def test_the_widths_of_the_sheet_are_taken(width):
    assert made("text", width=width).width == width


@pytest.mark.parametrize(
    "row",
    [
        {"id": "a", "kind": "text", "width": 40},
        {"id": "a", "kind": "carousel"},
        {"id": "a", "kind": "text", "holds": {"heml": "x"}},
        {"id": "A b", "kind": "text"},
        {"id": "a", "kind": "text", "style": 'x" onclick="'},
        {"id": "a", "kind": "text", "background": "red"},
        {"id": "a", "kind": "news", "holds": {"most": 500}},
        {"kind": "text"},
    ],
)
def test_what_is_no_section_is_refused_by_name(row):
    with pytest.raises(BadSection):
        section_of(row)


def test_two_sections_have_two_ids():
    with pytest.raises(BadSection):
        page("a", "a")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "//elsewhere.example",
        'https://x.example/"onclick=',
    ],
)
def test_an_address_that_runs_something_is_refused(url):
    assert not is_safe(url)
    section = made("links", {"links": [{"label": "x", "url": url}]})
    with pytest.raises(BadSection):
        refuse_unsafe(section, HOSTS, ())


@pytest.mark.parametrize(
    "url",
    [
        "/demarches",
        "https://x.example/a?b=c#d",
        "mailto:a@b.example",
        "tel:+3281",
        "#a",
    ],
)
def test_an_address_that_leads_somewhere_is_taken(url):
    assert is_safe(url)


def test_a_video_is_of_a_host_of_the_list():
    refuse_unsafe(made("video", {"url": "https://framatube.org/w/9xQkx9"}), HOSTS, ())
    with pytest.raises(HostNotAllowed):
        refuse_unsafe(
            made("video", {"url": "https://tube.example/w/abcdef"}), HOSTS, ()
        )
    with pytest.raises(HostNotAllowed):
        refuse_unsafe(
            made("video", {"url": "http://www.youtube.com/watch?v=abcdefgh"}), HOSTS, ()
        )


@pytest.mark.parametrize(
    ("url", "player"),
    [
        (
            "https://www.youtube.com/watch?v=abc_DEF-123",
            "https://www.youtube-nocookie.com/embed/abc_DEF-123",
        ),
        (
            "https://youtu.be/abc_DEF-123",
            "https://www.youtube-nocookie.com/embed/abc_DEF-123",
        ),
        ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"),
        ("https://framatube.org/w/9xQkx9", "https://framatube.org/videos/embed/9xQkx9"),
        ("https://www.youtube.com/", ""),
        ('https://youtu.be/a"onload=', ""),
    ],
)
def test_a_video_has_a_player_without_cookies(url, player):
    assert embed_of(url) == player


def test_external_content_is_of_the_list_of_the_commune():
    section = made("external", {"url": "https://www.odwb.be/x", "name": "Carte"})
    refuse_unsafe(section, (), ("www.odwb.be",))
    with pytest.raises(HostNotAllowed):
        refuse_unsafe(section, (), ("www.arcgis.com",))


def test_a_place_of_a_map_is_in_degrees():
    far = made("map", {"points": [{"label": "x", "latitude": "95", "longitude": "4"}]})
    with pytest.raises(BadSection):
        refuse_unsafe(far, (), ())
    near = made(
        "map", {"points": [{"label": "x", "latitude": "50.2", "longitude": "5"}]}
    )
    refuse_unsafe(near, (), ())


def test_a_video_says_in_words_what_it_shows():
    silent = made("video", {"url": "https://framatube.org/w/9xQkx9"}, title="Visite")
    assert missing_of(silent) == ("ce que montre « Visite »",)


def test_a_link_without_words_is_missing_them_unless_hidden():
    held = {"links": [{"label": "", "url": "/x"}]}
    assert missing_of(made("links", held))
    assert missing_of(made("links", held, hidden=True)) == ()


def test_every_text_says_what_it_means():
    section = made(
        "slides",
        {"slides": [{"picture": "p1", "heading": "Fête", "text": "x", "url": "/fete"}]},
        background_picture="fond",
    )
    found = set(values_of(section))
    assert ("slides[1].picture", "picture", "p1") in found
    assert ("slides[1].url", "url", "/fete") in found
    assert ("background_picture", "picture", "fond") in found


def test_what_texts_mean_tells_which_are_changed():
    section = made("links", {"links": [{"label": "/a", "url": "/a"}]}, title="/a")
    after = changed(section, lambda meaning, value: "/b" if meaning == "url" else value)
    assert after.holds.links[0].url == "/b"
    assert (after.title, after.holds.links[0].label) == ("/a", "/a")


@given(st.permutations(["a", "b", "c", "d"]), st.integers(-9, 9))
def test_moving_keeps_all_sections_and_the_order_of_the_others(order, place):
    after = ids(moved(page(*order), "b", place))
    assert sorted(after) == ["a", "b", "c", "d"]
    assert [one for one in after if one != "b"] == [one for one in order if one != "b"]


@given(st.integers(0, 3), st.sampled_from(["a", "b", "c", "d"]))
def test_a_section_comes_back_where_it_was(place, one):
    before = page("a", "b", "c", "d")
    at = ids(before).index(one)
    assert moved(moved(before, one, place), one, at) == before


def test_up_at_the_top_stays():
    assert ids(shifted(page("a", "b"), "a", -1)) == ["a", "b"]
    assert ids(shifted(page("a", "b", "c"), "a", 1)) == ["b", "a", "c"]


def test_a_new_section_follows_the_one_it_was_asked_after():
    sections = page("a", "b")
    one = section_of({"id": new_id(sections, "text"), "kind": "text"})
    assert ids(put(sections, one, after="a")) == ["a", "text-1", "b"]
    assert ids(put(sections, one)) == ["a", "b", "text-1"]


def test_a_section_somebody_took_away_is_told():
    assert ids(without(page("a", "b"), "a")) == ["b"]
    for act in (lambda s: moved(s, "x", 0), lambda s: without(s, "x")):
        with pytest.raises(BadSection):
            act(page("a"))

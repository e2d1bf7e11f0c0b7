"""What happened to an agenda since it was read."""

from communes.deliberations.domain.workspace.bundle import BundleItem
from communes.deliberations.domain.workspace.bundle import index_page
from communes.deliberations.domain.workspace.reading import changes
from communes.deliberations.domain.workspace.reading import Seen
from communes.deliberations.domain.workspace.reading import Since
import time


def agenda(*uids, state="a"):
    return [
        Seen(uid, str(place), f"Point {uid}", state)
        for place, uid in enumerate(uids, start=1)
    ]


def kinds(read, now):
    found = changes({one.uid: one for one in read}, now)
    return {one.uid: one.since for one in found}


def test_an_item_put_before_moves_nobody():
    found = kinds(agenda("a", "b"), agenda("x", "a", "b"))
    assert found == {"x": Since.ADDED, "a": Since.SAME, "b": Since.SAME}


def test_who_changed_places_is_told_once():
    found = kinds(agenda("a", "b", "c", "d"), agenda("d", "a", "b", "c"))
    assert [uid for uid, since in found.items() if since is Since.MOVED] == ["d"]


def test_what_left_is_told_with_its_old_number():
    (_kept, gone) = changes({one.uid: one for one in agenda("a", "b")}, agenda("a"))
    assert (gone.since, gone.was, gone.number) == (Since.REMOVED, "2", "")


def test_a_long_agenda_is_compared_quickly():
    uids = [f"{n:03}" for n in range(300)]
    began = time.process_time()
    assert len(kinds(agenda(*uids), agenda(*reversed(uids)))) == 300
    assert time.process_time() - began < 2


def test_the_page_taken_along_escapes_what_it_shows():
    files = (("<b>Plan", 'annexes/001-a"b.pdf'),)
    page = index_page("Séance", [BundleItem("1", "<script>", files=files)])
    assert "<script>" not in page and "<b>Plan" not in page
    assert 'href="annexes/001-a&quot;b.pdf"' in page

"""What arrives is read whole, or refused with the place and the cure."""

from communes.publications.domain.errors import ProjectionRefused
from communes.publications.domain.errors import ProjectionUnreadable
from communes.publications.domain.reading import read_projection
from communes.publications.tests import example
import pytest


MARK = '<p>de <span class="donnee-personnelle">Jeanne Lambert</span></p>'


def test_a_meeting_is_read():
    found = read_projection(example.meeting())
    assert [one.order for one in found.items] == [1, 2, 3]
    assert [one.number for one in found.public_items] == ["1", "3"]
    assert found.items[0].votes[0].voted_no == ("Paul Henry",)
    assert found.decided and found.date.utcoffset() is not None


@pytest.mark.parametrize(
    ("values", "place"),
    [
        ({"id": "x"}, "id"),
        ({"date": "2026-10-12"}, "date"),
        ({"date": "demain"}, "date"),
        ({"stage": "final"}, "stage"),
        ({"version": 0}, "version"),
        ({"version": True}, "version"),
        ({"institution": " "}, "institution"),
        ({"present": [{"id": "x"}]}, "present/0/name"),
        ({"items": {}}, "items"),
        ({"items": [3]}, "items/0"),
        ({"items": [example.item(annexes=[{"id": "a"}])]}, "items/0/annexes/0/title"),
        ({"items": [example.item(title=4)]}, "items/0/title"),
        ({"items": [example.item(), example.item()]}, example.MEETING),
        ({"items": [example.item(id="99901/college/2026/9/1")]}, "99901/college"),
    ],
)
def test_what_can_not_be_read_is_named(values, place):
    with pytest.raises(ProjectionUnreadable) as caught:
        read_projection(example.meeting(**values))
    assert f"« {place}" in str(caught.value)


@pytest.mark.parametrize(
    "wrong",
    [
        example.item(motivation=MARK),
        example.item(decision=MARK),
        example.item(summary=MARK),
        example.item(title='<i class="donnee-personnelle">X</i>'),
        example.item(decision="<p onclick=x>a</p>"),
        example.item(decision="<script>a</script>"),
        example.item(decision='<a href="javascript:x">a</a>'),
        {**example.closed(), "decision": "<p>secret</p>"},
        {**example.closed(), "annexes": example.item()["annexes"]},
        {**example.withdrawn(), "motivation": "<p>secret</p>"},
        example.item(
            votes=[
                {"secret": True, "yes": 1, "no": 0, "abstain": 0, "voted_yes": ["A"]}
            ]
        ),
    ],
)
def test_what_may_not_be_public_is_refused_with_its_item(wrong):
    with pytest.raises(ProjectionRefused) as caught:
        read_projection(example.meeting(items=[wrong]))
    assert f"point {wrong['number']}" in str(caught.value)


def test_a_draft_carries_no_vote():
    read_projection(example.project())
    with pytest.raises(ProjectionRefused):
        read_projection({**example.project(), "items": [example.item()]})

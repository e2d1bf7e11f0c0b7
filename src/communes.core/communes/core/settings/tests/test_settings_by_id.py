"""Lists of identified things are taken apart and put together again."""

from communes.core.settings.domain.by_id import collapse
from communes.core.settings.domain.by_id import expand
from communes.core.settings.domain.by_id import roots_of
from hypothesis import given
from hypothesis import strategies as st


COLLEGE = {"id": "college", "title": "Collège", "polls": ["aloud"], "levels": []}
CONSEIL = {
    "id": "conseil",
    "title": "Conseil",
    "polls": ["aloud", "secret"],
    "levels": [{"id": "proposed", "title": "Proposé"}],
}
FLAT = {"assemblies": [COLLEGE, CONSEIL], "pages": 3, "names": ["a", "b"]}


def test_each_thing_gets_keys_of_its_own():
    assert expand(FLAT) == {
        "assemblies": ["college", "conseil"],
        "assemblies.college.title": "Collège",
        "assemblies.college.polls": ["aloud"],
        "assemblies.college.levels": [],
        "assemblies.conseil.title": "Conseil",
        "assemblies.conseil.polls": ["aloud", "secret"],
        "assemblies.conseil.levels": ["proposed"],
        "assemblies.conseil.levels.proposed.title": "Proposé",
        "pages": 3,
        "names": ["a", "b"],
    }


def test_what_was_taken_apart_is_put_together():
    assert collapse(expand(FLAT), FLAT) == FLAT


def test_a_thing_the_list_no_longer_names_is_gone():
    expanded = {**expand(FLAT), "assemblies": ["conseil"]}
    assert collapse(expanded, ["assemblies"]) == {"assemblies": [CONSEIL]}


def test_an_emptied_list_is_empty():
    expanded = {**expand(FLAT), "assemblies.conseil.levels": []}
    (_, conseil) = collapse(expanded, ["assemblies"])["assemblies"]
    assert conseil["levels"] == []


def test_things_with_the_same_id_stay_one_value():
    flat = {"things": [{"id": "a", "n": 1}, {"id": "a", "n": 2}]}
    assert expand(flat) == flat


def test_a_change_touches_only_its_root():
    assert roots_of(["assemblies.conseil.title"], FLAT) == ["assemblies"]
    assert roots_of(["names"], FLAT) == ["names"]


NAMES = st.text("abc", min_size=1, max_size=2)
THINGS = st.lists(
    st.builds(lambda id_, n: {"id": id_, "n": n}, NAMES, st.integers()),
    max_size=4,
    unique_by=lambda thing: thing["id"],
)


@given(st.dictionaries(NAMES, st.one_of(st.integers(), st.lists(NAMES), THINGS)))
def test_nothing_is_lost_on_the_way(flat):
    assert collapse(expand(flat), flat) == flat

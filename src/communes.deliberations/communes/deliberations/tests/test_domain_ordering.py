"""An agenda keeps the order of its rules, and its numbers neither gap nor twin."""

from communes.deliberations.domain.agenda import AgendaEntry
from communes.deliberations.domain.agenda import attached
from communes.deliberations.domain.agenda import by_number
from communes.deliberations.domain.agenda import detached
from communes.deliberations.domain.agenda import display_number
from communes.deliberations.domain.agenda import moved
from communes.deliberations.domain.agenda import moved_down
from communes.deliberations.domain.agenda import moved_up
from communes.deliberations.domain.agenda import removed
from communes.deliberations.domain.agenda import renumbered
from communes.deliberations.domain.agenda import running_number
from communes.deliberations.domain.agenda import withdrawn
from communes.deliberations.domain.errors import NotOnAgenda
from communes.deliberations.domain.ordering import agenda_warnings
from communes.deliberations.domain.ordering import inserted
from communes.deliberations.domain.ordering import inserted_late
from communes.deliberations.domain.ordering import Orders
from communes.deliberations.domain.ordering import sort_key
from communes.deliberations.domain.ordering import sorted_agenda
from communes.deliberations.domain.settings import Category
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.domain.settings import ListType
from dataclasses import replace
from functools import reduce
from hypothesis import given
from hypothesis import strategies as st
import pytest


TREATED = replace(
    CONSEIL,
    treatments=("heading", "decision", "information"),
    insertion_rules=("privacy", "treatment"),
)
COUNCIL = replace(
    CONSEIL, categories=(Category("finances", "F"), Category("travaux", "T"))
)
ORDERS = Orders(services=("secretariat", "finances", "travaux"))
WHEREABOUTS = {
    "list_type": ["normal", "late", "urgent"],
    "privacy": ["public", "closed"],
    "category": ["finances", "travaux", "unknown"],
    "service": ["secretariat", "finances", "travaux", "new"],
}


def entry(id, number=0, **more):
    return AgendaEntry(id, number, **{"list_type": "normal", **more})


def entries(**more):
    values = {name: st.sampled_from(choices) for name, choices in WHEREABOUTS.items()}
    return st.builds(AgendaEntry, id=st.uuids().map(str), **{**values, **more})


def agendas():
    subs = st.lists(st.integers(0, 2), max_size=8)
    return subs.map(
        lambda sizes: tuple(
            entry(f"{place}-{sub}", place * 100 + sub)
            for place, size in enumerate(sizes, start=1)
            for sub in range(size + 1)
        )
    )


def shown(agenda):
    return [(item.id, display_number(item.number)) for item in agenda]


def ids(agenda):
    return [item.id for item in agenda]


def is_sound(agenda):
    number = 0
    for item in agenda:
        following = {number + 1, number - number % 100 + 100} if number else {100}
        if item.number not in following:
            return False
        number = item.number
    return True


def insert_all(items):
    return reduce(lambda found, one: inserted(found, one, COUNCIL, ORDERS), items, ())


@pytest.mark.parametrize(
    ("number", "shown"), [(100, "1"), (300, "3"), (301, "3.1"), (1212, "12.12")]
)
def test_a_number_is_read_as_people_write_it(number, shown):
    assert display_number(number) == shown


def test_the_continuous_number_goes_on_from_the_first():
    assert running_number(120, 100) == "120"
    assert running_number(120, 301) == "122.1"


def test_closed_items_come_last_and_late_ones_after_the_normal_ones():
    agenda = insert_all(
        [
            entry("closed", privacy="closed"),
            entry("late", list_type="late"),
            entry("works", category="travaux"),
            entry("money", category="finances"),
            entry("urgent", list_type="urgent", category="finances"),
        ]
    )
    assert shown(agenda) == [
        ("money", "1"),
        ("works", "2"),
        ("late", "3"),
        ("urgent", "4"),
        ("closed", "5"),
    ]


def test_within_the_same_rank_the_first_come_stays_first():
    agenda = insert_all([entry("a"), entry("b"), entry("c")])
    assert ids(agenda) == ["a", "b", "c"]


@given(items=st.lists(entries(), max_size=12, unique_by=lambda one: one.id))
def test_an_agenda_follows_its_rules_whatever_came_first(items):
    agenda = insert_all(items)
    keys = [sort_key(one, COUNCIL, ORDERS) for one in agenda]
    assert keys == sorted(keys)
    assert is_sound(agenda)
    again = insert_all(reversed(items))
    assert [sort_key(one, COUNCIL, ORDERS) for one in again] == keys
    assert agenda_warnings(agenda, COUNCIL) == ()


@given(
    items=st.permutations(
        [
            entry(
                f"{kind}-{privacy}-{category}",
                0,
                list_type=kind,
                privacy=privacy,
                category=category,
                service="finances",
            )
            for kind in WHEREABOUTS["list_type"]
            for privacy in WHEREABOUTS["privacy"]
            for category in WHEREABOUTS["category"]
        ]
    )
)
def test_different_ranks_give_one_order_only(items):
    assert ids(insert_all(items)) == ids(
        sorted(items, key=lambda one: sort_key(one, COUNCIL, ORDERS))
    )


def test_a_type_without_block_of_its_own_stays_with_the_one_before():
    assembly = replace(
        COUNCIL,
        list_types=(
            ListType("normal", "N"),
            ListType("oral", "Question orale", ordered=False),
            ListType("late", "L"),
        ),
    )
    normal, oral, late = (
        sort_key(entry("x", list_type=kind), assembly, ORDERS)
        for kind in ("normal", "oral", "late")
    )
    assert normal == oral < late


def test_titles_are_compared_without_accents():
    assembly = replace(COUNCIL, insertion_rules=("title",), public=False)
    agenda = ()
    for title in ("Zone", "École", "Eau"):
        agenda = inserted(agenda, entry(title, title=title), assembly, ORDERS)
    assert ids(agenda) == ["Eau", "École", "Zone"]


def test_an_order_made_by_hand_is_disturbed_as_little_as_possible():
    agenda = moved(insert_all([entry("a"), entry("b"), entry("c")]), "c", "a")
    assert ids(inserted(agenda, entry("d"), COUNCIL, ORDERS)) == ["c", "a", "b", "d"]


def test_an_insertion_never_separates_an_item_from_its_sub_items():
    agenda = attached(insert_all([entry("a"), entry("b")]), "b")
    found = inserted(agenda, entry("c"), COUNCIL, ORDERS)
    assert shown(found) == [("a", "1"), ("b", "1.1"), ("c", "2")]


def test_a_late_item_changes_no_number_already_sent():
    agenda = insert_all([entry("a"), entry("b"), entry("x", privacy="closed")])
    one = inserted_late(agenda, entry("late", list_type="late"), COUNCIL, ORDERS)
    two = inserted_late(one, entry("later", list_type="late"), COUNCIL, ORDERS)
    assert shown(two) == [
        ("a", "1"),
        ("b", "2"),
        ("late", "2.1"),
        ("later", "2.2"),
        ("x", "3"),
    ]


def test_a_late_item_at_the_end_takes_the_next_number():
    agenda = insert_all([entry("a")])
    late = entry("late", list_type="late")
    assert shown(inserted_late(agenda, late, COUNCIL, ORDERS))[-1] == ("late", "2")
    assert shown(inserted_late((), late, COUNCIL, ORDERS)) == [("late", "1")]


@given(agenda=agendas(), new=entries())
def test_a_late_item_leaves_the_others_and_has_a_number_of_its_own(agenda, new):
    found = inserted_late(agenda, new, COUNCIL, ORDERS)
    assert tuple(one for one in found if one.id != new.id) == agenda
    numbers = [one.number for one in found]
    assert len(set(numbers)) == len(numbers)


@given(agenda=agendas(), data=st.data())
def test_no_move_leaves_a_gap_or_a_twin(agenda, data):
    known = [one.id for one in agenda]
    if not known:
        return
    id = data.draw(st.sampled_from(known))
    before = data.draw(st.sampled_from([None, *known]))
    for found in (
        moved(agenda, id, before),
        moved_up(agenda, id),
        moved_down(agenda, id),
        attached(agenda, id),
        detached(agenda, id),
        renumbered(agenda),
    ):
        assert is_sound(found)
        assert sorted(ids(found)) == sorted(known)
    assert is_sound(removed(agenda, id))
    assert ids(removed(agenda, id)) == [one for one in known if one != id]


def test_moving_a_main_item_takes_its_sub_items_along():
    agenda = (entry("a", 100), entry("a1", 101), entry("b", 200))
    assert shown(moved(agenda, "a", None)) == [("b", "1"), ("a", "2"), ("a1", "2.1")]
    assert shown(moved_down(agenda, "a")) == [("b", "1"), ("a", "2"), ("a1", "2.1")]


def test_a_sub_item_moves_among_its_own_and_may_stand_alone():
    agenda = (entry("a", 100), entry("a1", 101), entry("a2", 102), entry("b", 200))
    assert ids(moved_up(agenda, "a2")) == ["a", "a2", "a1", "b"]
    assert moved_up(agenda, "a1") == agenda
    assert shown(moved(agenda, "a1", "b"))[2] == ("a1", "2")
    assert shown(moved(agenda, "b", "a1"))[1] == ("b", "1.1")
    assert shown(detached(agenda, "a1"))[2] == ("a1", "2")


def test_a_removed_main_item_leaves_its_place_to_its_first_sub_item():
    agenda = (entry("a", 100), entry("a1", 101), entry("a2", 102), entry("b", 200))
    assert shown(removed(agenda, "a")) == [("a1", "1"), ("a2", "1.1"), ("b", "2")]


def test_an_item_withdrawn_after_the_freeze_leaves_the_other_numbers():
    agenda = (entry("a", 100), entry("b", 200), entry("c", 300))
    assert shown(withdrawn(agenda, "b")) == [("a", "1"), ("c", "3")]


def test_moving_an_item_that_is_not_there_is_refused():
    with pytest.raises(NotOnAgenda, match="rechargez la page"):
        moved((entry("a", 100),), "z", None)


def test_a_public_item_after_a_closed_one_is_pointed_out():
    agenda = (entry("a", 100, privacy="closed"), entry("b", 200))
    (warning,) = agenda_warnings(agenda, COUNCIL)
    assert str(warning).startswith("Le point 2, public, vient après")
    assert agenda_warnings(agenda, replace(COUNCIL, public=False)) == ()


def test_putting_the_order_back_undoes_the_moves_by_hand():
    agenda = insert_all([entry("x", privacy="closed"), entry("a"), entry("b")])
    mixed = moved(agenda, "x", "a")
    assert sorted_agenda(mixed, COUNCIL, ORDERS) == agenda


@given(agenda=agendas())
def test_entries_are_read_in_the_order_of_their_numbers(agenda):
    assert by_number(reversed(agenda)) == agenda


def test_the_treatments_follow_the_order_of_the_assembly_in_each_part():
    told = entry("told", treatment="information")
    closed = entry("closed", treatment="heading", privacy="closed")
    voted, heading = entry("voted"), entry("heading", treatment="heading")
    found = sorted_agenda((closed, told, voted, heading), TREATED, ORDERS)
    assert [one.id for one in found] == ["heading", "voted", "told", "closed"]

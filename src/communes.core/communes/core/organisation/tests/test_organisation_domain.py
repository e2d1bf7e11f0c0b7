"""Who is in office, in which order, and how a file becomes an administration."""

from communes.core.organisation.domain import group_id
from communes.core.organisation.domain import in_office
from communes.core.organisation.domain import Mandate
from communes.core.organisation.domain import Person
from communes.core.organisation.domain import read_organisation
from communes.core.organisation.domain.mandate import MandateEndsBeforeItStarts
from communes.core.organisation.domain.names import BadName
from communes.core.settings.domain import InvalidSettings
from datetime import date
from hypothesis import given
from hypothesis import strategies as st
import pytest


START = date(2024, 12, 2)
COUNTED = {
    "name": "Valmont-sur-Lesse",
    "nis": "99901",
    "inhabitants": 9800,
    "mandates_from": START,
    "service": [{"id": "finances", "title": "Service des finances", "agents": 3}],
    "college": {"bourgmestre": 1, "echevins": 4, "presidence-cpas": 1},
    "conseil": {"conseillers": 19, "groups": {"majorite": 11, "opposition": 8}},
}
NAMED = {
    "name": "CPAS de Valmont-sur-Lesse",
    "nis": "99901",
    "category": "cpas",
    "person": [{"id": "presidente", "name": "Présidente", "gender": "f"}],
    "mandate": [
        {
            "person": "presidente",
            "body": "bureau-permanent",
            "role": "présidente",
            "precedence": 1,
            "starts": START,
        }
    ],
    "membership": [{"user": "dg", "unit": "bureau-permanent", "role": "members"}],
}


def mandate(id_="a", precedence=1, starts=START, ends=None, body="conseil"):
    person = Person(id_, id_.upper())
    return Mandate(person, body, "conseiller", "", precedence, starts, ends)


def problems(data):
    with pytest.raises(InvalidSettings) as refusal:
        read_organisation(data, "commune.toml")
    return {problem.key: problem.got for problem in refusal.value.problems}


@pytest.mark.parametrize(
    "day,present",
    [
        (date(2024, 12, 1), False),
        (date(2024, 12, 2), True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
    ],
)
def test_first_and_last_day_of_a_mandate_count(day, present):
    held = mandate(ends=date(2026, 6, 30))
    assert bool(in_office([held], "conseil", day)) is present


def test_another_body_is_not_asked():
    assert in_office([mandate(body="college")], "conseil", START) == ()


@given(st.permutations(["a", "b", "c", "d", "e"]), st.data())
def test_precedence_never_depends_on_the_order_of_the_input(ids, data):
    ranks = data.draw(st.lists(st.integers(1, 3), min_size=5, max_size=5))
    rank_of = dict(zip("abcde", ranks, strict=True))
    found = in_office([mandate(id_, rank_of[id_]) for id_ in ids], "conseil", START)
    assert [held.person.id for held in found] == sorted(
        "abcde", key=lambda id_: (rank_of[id_], id_)
    )


def test_a_mandate_does_not_end_before_it_starts():
    with pytest.raises(MandateEndsBeforeItStarts):
        mandate(ends=date(2024, 12, 1))


def test_group_id_joins_commune_unit_and_role():
    assert group_id("valmont", "finances", "creators") == "valmont-finances-creators"


@pytest.mark.parametrize(
    "parts",
    [("Valmont", "finances", "a"), ("v", "état-civil", "a"), ("v", "f", "a-b")],
)
def test_an_ambiguous_group_name_is_refused(parts):
    with pytest.raises(BadName):
        group_id(*parts)


def test_counted_seats_become_people_named_by_their_seat():
    read = read_organisation(COUNTED, "commune.toml")
    college = in_office(read.mandates, "college", START)
    conseil = in_office(read.mandates, "conseil", START)
    assert [held.person.name for held in college] == [
        "Bourgmestre",
        "Échevin 1",
        "Échevin 2",
        "Échevin 3",
        "Échevin 4",
        "Présidence du CPAS",
    ]
    assert len(conseil) == 19
    assert [held.group for held in conseil].count("majorite") == 11
    assert conseil[0].person.id == "bourgmestre"
    assert len(read.persons) == 19


def test_named_people_and_mandates_are_read_as_they_stand():
    read = read_organisation(NAMED, "commune.toml")
    assert read.persons == (Person("presidente", "Présidente", "f"),)
    assert read.mandates[0].person is read.persons[0]
    assert read.mandates[0].id == "bureau-permanent-2024-12-02"
    assert read.memberships[0].role == "members"


@pytest.mark.parametrize(
    "change,key,got",
    [
        ({"mandates_from": None}, "mandates_from", "rien"),
        ({"conseil": {"conseillers": 3}}, "conseil.conseillers", "3"),
        (
            {"conseil": {"conseillers": 19, "groups": {"majorite": 12}}},
            "conseil.groups",
            "12",
        ),
        ({"service": COUNTED["service"] * 2}, "service", "2 fois « finances »"),
        (
            {"service": [{"id": "État civil", "title": "É"}]},
            "service[1].id",
            "une autre valeur",
        ),
        (
            {"mandate": [{**NAMED["mandate"][0], "person": "inconnue"}]},
            "mandate[1].person",
            "« inconnue »",
        ),
        (
            {"service": [{"id": "bourgmestre", "title": "Cabinet"}]},
            "person",
            "2 fois « bourgmestre »",
        ),
        ({"category": "ville"}, "category", "« ville »"),
    ],
)
def test_a_file_that_does_not_hold_is_refused(change, key, got):
    assert problems({**COUNTED, **change})[key] == got

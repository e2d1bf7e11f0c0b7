"""An element is made at its place, numbered for life, edited and deleted by rules."""

from communes.core.access.errors import MayNot
from communes.core.access.errors import MissingField
from communes.core.access.errors import StaleRevision
from communes.pst import api as door
from communes.pst.domain.errors import PlaceRefused
from communes.pst.domain.reference import trail
from communes.pst.exceptions import ElementExists
from communes.pst.exceptions import InvalidRow
from communes.pst.exceptions import NotEmpty
from communes.pst.storage.programme import full_programme
from communes.pst.storage.programme import programme_of
from communes.pst.storage.record import record_of
from communes.pst.tests import builders
from decimal import Decimal
import pytest


def test_a_branch_has_references_and_is_read_back_as_one_programme(town):
    made = builders.branch()
    tree = programme_of(builders.plan())
    assert trail(tree, made["action"].UID()) == "OS.1 OO.2 A.3"
    assert tree.above(made["task"].UID())[0].title == "Volet externe"
    full = full_programme(builders.plan())
    assert set(full.elements) == set(tree.elements)
    assert record_of(made["action"]).carrier == "porteur"


def test_an_element_stands_at_its_level_only(town):
    made = builders.branch()
    with builders.as_user("directrice-generale"):
        with pytest.raises(PlaceRefused):
            door.create_element(builders.plan(), "pstaction", {"title": "x"})
        with pytest.raises(PlaceRefused):
            door.create_element(made["action"], "pstsubaction", {"title": "x"})
        with pytest.raises(MissingField):
            door.create_element(made["goal"], "operationalobjective", {})


def test_a_number_is_never_given_again(town):
    made = builders.branch()
    builders.made(made["objective"], "pstaction", title="Provisoire")
    action = made["objective"]["a-4"]
    with builders.as_user("directrice-generale"):
        door.delete_element(action)
        with pytest.raises(NotEmpty):
            door.delete_element(made["objective"])
    again = builders.made(made["objective"], "pstaction", title="Suivante")
    assert again.getId() == "a-5"


def test_a_colleague_s_change_is_told_and_external_ids_are_unique(town):
    made = builders.branch()
    action = made["action"]
    with builders.as_user("porteur"):
        assert door.edit_element(action, {"progress": 20}, 0) == 1
        with pytest.raises(StaleRevision):
            door.edit_element(action, {"progress": 30}, 0)
        door.edit_element(action, {"external_id": "x-1"})
    with pytest.raises(ElementExists):
        builders.made(made["objective"], "pstaction", external_id="x-1")


def test_tables_are_kept_and_refused_by_row(town):
    action = builders.branch()["action"]
    budget = [{"source": "wallonie", "year": 2026, "amount": "120000.50"}]
    with builders.as_user("gestionnaire-travaux"):
        door.edit_element(action, {"budget": budget})
        wrong = [*budget, {"source": "martiens", "year": 2026, "amount": "1"}]
        with pytest.raises(InvalidRow) as refused:
            door.edit_element(action, {"budget": wrong})
    assert refused.value.values["row"] == 2
    (row,) = record_of(action).budget
    assert row.amount == Decimal("120000.50")


def test_formatted_text_is_kept_clean(town):
    action = builders.branch(description="<p>Oui</p><script>alert(1)</script>")[
        "action"
    ]
    assert record_of(action).description.strip() == "<p>Oui</p>"


def test_who_has_no_part_adds_nothing(town):
    made = builders.branch()
    for account in ("lecteur", "agent-sans-role", "gestionnaire-finances"):
        with builders.as_user(account), pytest.raises(MayNot):
            door.create_element(made["objective"], "pstaction", {"title": "x"})
    with builders.as_user("gestionnaire-travaux"):
        door.create_element(made["objective"], "pstaction", {"title": "La nôtre"})

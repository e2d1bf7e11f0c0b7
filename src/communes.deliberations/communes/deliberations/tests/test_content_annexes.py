"""The annexes of an item are read and written by those who read and write it."""

from communes.core.annexes.api import add_annex
from communes.core.annexes.api import annexes_of
from communes.core.annexes.api import may_annex
from communes.core.annexes.api import remove_annex
from communes.deliberations.domain.states import ItemState
from communes.deliberations.tests import builders
from communes.deliberations.workflow.arriving import arrive_in
from plone.namedfile.file import NamedBlobFile
import pytest


@pytest.fixture
def item(town):
    item = builders.draft()
    with builders.as_user("createur"):
        for title, confidential in (("Plan", False), ("Offre du candidat", True)):
            add_annex(
                item,
                {
                    "title": title,
                    "file": NamedBlobFile(b"%PDF-1.7", filename="plan.pdf"),
                    "confidential": confidential,
                },
            )
    return item


def seen_by(account, item):
    with builders.as_user(account):
        return [brain.Title for brain in annexes_of(item)]


def test_members_see_the_annexes_of_a_frozen_item_save_confidential_ones(item):
    assert seen_by("conseiller", item) == []
    arrive_in(item, ItemState.ITEMFROZEN, "test")
    assert seen_by("conseiller", item) == ["Plan"]
    assert seen_by("directeur-general", item) == ["Plan", "Offre du candidat"]
    assert seen_by("createur", item) == ["Plan", "Offre du candidat"]
    assert seen_by("createur-finances", item) == []


def test_annexes_are_written_by_whoever_writes_the_item(item):
    arrive_in(item, ItemState.VALIDATED, "test")
    with builders.as_user("createur"):
        assert not may_annex(item)
    with builders.as_user("directeur-general"):
        assert may_annex(item)
        remove_annex(item, "annexe-1")
    assert seen_by("directeur-general", item) == ["Offre du candidat"]

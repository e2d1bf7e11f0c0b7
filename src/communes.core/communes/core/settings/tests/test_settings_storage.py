"""A site remembers what a file applied, and forgets nothing it was not told to."""

from communes.core.settings.storage import applied_last
from communes.core.settings.storage import remember_applied
import pytest


def test_a_site_where_nothing_was_applied_remembers_nothing(portal):
    assert applied_last(portal, "deliberations") == {}


def test_each_solution_remembers_its_own(portal):
    remember_applied(portal, "deliberations", {"numbering.first": 12})
    remember_applied(portal, "courrier", {"answer_delay_days": 10})
    assert applied_last(portal, "deliberations") == {"numbering.first": 12}


@pytest.mark.parametrize("again", [{"a": 1, "b": [2]}, {"b": [2], "a": 1}])
def test_remembering_the_same_again_writes_nothing(functional, again):
    import transaction

    portal = functional["portal"]
    remember_applied(portal, "deliberations", {"a": 1, "b": [2]})
    transaction.commit()
    remember_applied(portal, "deliberations", again)
    assert portal._p_jar._registered_objects == []

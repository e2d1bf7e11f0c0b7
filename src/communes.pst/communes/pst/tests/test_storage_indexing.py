"""What is made in one go stands in the catalogue once, its deadline found."""

from collections import Counter
from communes.core.access.catalog import unrestricted
from communes.pst.storage.writing import plant
from communes.pst.tests import builders
from communes.pst.tests import plans as records
from datetime import date
from plone import api
import transaction


def entries(plan) -> Counter:
    return Counter(brain.UID for brain in unrestricted(pst_plan=plan.UID()))


def test_a_programme_with_links_is_indexed_once_by_a_commit(town_web):
    with api.env.adopt_roles(["Manager"]):
        tree = records.of(
            records.strategic("os"),
            records.operational("oo1", "os"),
            records.link("l", "oo1", "a"),
            records.operational("oo2", "os", position=1),
            records.action("a", "oo2", planned_end=date(2027, 6, 30)),
        )
        made = plant(builders.plan(), tree)
        transaction.commit()
    assert set(entries(builders.plan()).values()) == {1}
    found = unrestricted(pst_plan=builders.plan().UID(), pst_kind="action_link")
    assert [one.pst_deadline for one in found] == [date(2027, 6, 30)]
    assert len(made) == 5


def test_a_link_made_by_an_agent_is_indexed_once_by_the_commit(town_web):
    branch = builders.branch()
    other = builders.made(
        branch["goal"], "operationalobjective", title="Autre", managers=("travaux",)
    )
    transaction.commit()
    with builders.as_user("directrice-generale"):
        values = {"target": branch["action"].UID()}
        builders.door.create_element(other, "action_link", values)
    transaction.commit()
    assert set(entries(builders.plan()).values()) == {1}

"""Elements a workbook puts elsewhere move there, with what they hold."""

from communes.pst.api.workbook import import_workbook
from communes.pst.domain.tables.filling import to_tables
from communes.pst.spreadsheets.writing import written
from communes.pst.storage.history import changes_of
from communes.pst.storage.merging import merge
from communes.pst.storage.programme import full_programme
from communes.pst.storage.programme import programme_of
from communes.pst.tests import builders
from communes.pst.tests import plans as records
from dataclasses import replace
import pytest


@pytest.fixture
def branch(town):
    return builders.two_objectives()


def test_an_element_the_workbook_puts_elsewhere_moves_with_what_it_holds(branch):
    plan, uid = builders.plan(), branch["action"].UID()
    tree = full_programme(plan)
    moved = tree.with_elements(replace(tree.element(uid), parent=branch["other"].UID()))
    with builders.as_user("directrice-generale"):
        report = import_workbook(plan, written(plan.title, to_tables(moved)), False)
    found = programme_of(plan)
    assert report.counts["updated"] == 1
    assert found.element(uid).parent == branch["other"].UID()
    assert [one.id for one in found.children(uid)] == [branch["task"].UID()]
    (there,) = branch["other"].objectValues()
    assert there.UID() == uid and not branch["objective"].objectValues()
    assert found == programme_of(plan)


def test_a_move_stands_in_the_history_and_gives_the_rights_of_the_new_place(branch):
    plan, action = builders.plan(), branch["action"]
    tree = full_programme(plan)
    wanted = replace(
        tree.element(action.UID()), parent=branch["other"].UID(), managers=()
    )
    merge(plan, tree.with_elements(wanted), [action.UID()])
    (there,) = branch["other"].objectValues()
    assert changes_of(there)[0].after["parent"] == branch["other"].UID()
    roles = {who: set(given) for who, given in there.get_local_roles()}
    assert not any("travaux" in who for who in roles if "ActionEditor" in roles[who])


def test_new_elements_that_name_each_other_find_themselves(branch):
    plan = builders.plan()
    tree = full_programme(plan)
    new = records.action("neuve", branch["objective"].UID(), number=90)
    link = records.link("lien", branch["other"].UID(), "neuve", number=91)
    made = merge(plan, tree.with_elements(new, link), ["neuve", "lien"])
    found = programme_of(plan)
    assert found.element(made["lien"].UID()).target == made["neuve"].UID()
    later = builders.made(branch["objective"], "pstaction", title="Plus tard")
    assert later.number == 92, "a number that came in is not drawn again"


def test_what_is_active_in_a_workbook_is_left_out(branch):
    plan, uid = builders.plan(), branch["action"].UID()
    tree = full_programme(plan)
    bad = replace(tree.element(uid), description="<p>Bien</p><script>x()</script>")
    with builders.as_user("directrice-generale"):
        data = written(plan.title, to_tables(tree.with_elements(bad)))
        import_workbook(plan, data, False)
    assert full_programme(plan).element(uid).description == "<p>Bien</p>"

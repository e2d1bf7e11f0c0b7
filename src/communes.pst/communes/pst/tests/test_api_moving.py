"""An element goes under another parent with what it holds, by page and by program."""

from communes.core.access.errors import MayNot
from communes.core.access.errors import StaleRevision
from communes.core.jobs.storage import queue_of
from communes.core.journal.api import KIND as JOURNAL
from communes.pst.api.moving import may_put
from communes.pst.api.moving import places_for
from communes.pst.api.moving import put_element
from communes.pst.domain.errors import PlaceRefused
from communes.pst.storage.history import changes_of
from communes.pst.storage.programme import programme_of
from communes.pst.tests import builders
from communes.pst.tests.rest import Program
from communes.pst.tests.test_browser_pages import shown
from plone import api
import pytest
import transaction


EDITOR = "directrice-generale"


@pytest.fixture
def branch(town):
    """Return a branch and a second objective, managed by another service."""
    return builders.two_objectives()


def test_an_action_moves_with_its_tasks_its_number_and_its_history(branch):
    action, number = branch["action"], branch["action"].number
    uid, task = action.UID(), branch["task"].UID()
    before = len(changes_of(action))
    with builders.as_user(EDITOR):
        there = put_element(action, branch["other"], action.revision)
    tree = programme_of(builders.plan())
    assert (there.UID(), there.number) == (uid, number)
    assert tree.element(uid).parent == branch["other"].UID()
    assert [one.id for one in tree.children(uid)] == [task]
    assert not branch["objective"].objectValues()
    assert len(changes_of(there)) == before + 1
    assert changes_of(there)[0].after["parent"] == branch["other"].UID()
    with builders.as_user(EDITOR):
        (brain,) = api.content.find(UID=task)
    assert brain.getPath().startswith("/".join(there.getPhysicalPath()))


def test_a_moved_element_comes_last_and_stands_in_the_journal(branch, town):
    first = builders.made(branch["other"], "pstaction", managers=("finances",))
    with builders.as_user(EDITOR):
        put_element(branch["action"], branch["other"])
    tree = programme_of(builders.plan())
    ids = [one.id for one in tree.children(branch["other"].UID())]
    assert ids == [first.UID(), branch["action"].UID()]
    actions = [one.payload["action"] for one in queue_of(town).take(JOURNAL, 500)]
    assert "pst.moved" in actions


def test_rights_become_those_of_the_new_place(branch):
    with builders.as_user("responsable"):
        assert api.user.has_permission("View", obj=branch["action"])
    with builders.as_user(EDITOR):
        there = put_element(branch["action"], branch["other"])
    with builders.as_user("responsable"):
        assert not api.user.has_permission("View", obj=there)


def test_the_rules_of_the_tree_refuse_a_place_with_their_sentence(branch):
    with builders.as_user(EDITOR):
        with pytest.raises(PlaceRefused, match="ne peut pas être placé sous"):
            put_element(branch["action"], branch["part"])
        with pytest.raises(PlaceRefused, match="se trouve déjà sous"):
            put_element(branch["action"], branch["objective"])
    assert branch["objective"].objectValues()


def test_who_may_not_write_at_both_places_does_not_move(branch):
    for account in ("gestionnaire-travaux", "porteur", "ouvrier", "lecteur"):
        with builders.as_user(account):
            with pytest.raises(MayNot):
                put_element(branch["action"], branch["other"])
            assert places_for(branch["action"]) == ()


def test_a_colleague_s_change_is_told_before_a_move(branch):
    with builders.as_user(EDITOR), pytest.raises(StaleRevision):
        put_element(branch["action"], branch["other"], branch["action"].revision - 1)


def test_the_page_offers_the_places_one_may_add_to(branch):
    with builders.as_user(EDITOR):
        assert may_put(branch["action"])
        assert places_for(branch["action"]) == (branch["other"].UID(),)
    page = shown(branch["action"], "deplacer")
    assert "Entretenir les cimetières" in page
    assert "Aucune autre place possible" in shown(branch["part"], "deplacer")
    assert "/deplacer" in shown(branch["action"], "view")
    assert "/deplacer" not in shown(branch["action"], "view", "ouvrier")


@pytest.mark.parametrize("level", ["goal", "objective", "action", "task"])
def test_a_head_has_three_buttons_at_most_and_a_menu(branch, level):
    with builders.as_user(EDITOR):
        page = api.content.get_view("view", branch[level], branch[level].REQUEST)
        assert len(page.actions) <= 3
        found = [*page.actions, *page.more_actions]
    said = {(one.title, one.url, one.why, *one.values.values()) for one in found}
    assert len(said) == len(found)
    html = shown(branch[level], "view")
    assert ("Autres actions" in html) is bool(page.more_actions)


def test_the_dashboard_says_of_which_action_a_task_is(branch, town):
    for name in ("goal", "objective", "action"):
        builders.arrive(branch[name], "ongoing")
    builders.arrive(branch["task"], "to_do")
    page = shown(town, "tableau-de-bord", "ouvrier").replace("&#x27;", "'")
    assert "Rédiger le cahier des charges" in page
    assert f"Tâche · Isoler l'école du Centre (A.{branch['action'].number})" in page


def test_a_program_moves_an_element(town_web):
    made = builders.two_objectives()
    transaction.commit()
    path = f"pst/{builders.PLAN}/@pst-elements/{made['action'].UID()}"
    editor = Program(town_web, EDITOR)
    status, found = editor.ask("PATCH", path, {"parent": made["part"].UID()})
    editor.example("elements-move-refused")
    assert (status, found["error"]["code"]) == (422, "place_refused")
    sent = {"parent": made["other"].UID(), "title": "Isoler l'école du Haut"}
    status, found = editor.ask("PATCH", path, sent)
    assert (status, found["parent"]) == (200, made["other"].UID())
    assert found["title"] == "Isoler l'école du Haut"
    assert editor.ask("PATCH", path, {"parent": "nulle-part"})[0] == 404
    manager = Program(town_web, "gestionnaire-travaux")
    assert manager.ask("PATCH", path, {"parent": made["objective"].UID()})[0] == 403

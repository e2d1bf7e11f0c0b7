"""A head keeps three buttons; the rest goes into its menu."""

from communes.core.parts.domain.heading import head_and_menu
from communes.core.parts.domain.values import Action


STEP = Action("Finaliser", primary=True)
ADD = Action("Ajouter : tâche")
BACK = Action("Remettre en création")
MOVE = Action("Déplacer")
DELETE = Action("Supprimer", danger=True)


def test_a_few_buttons_need_no_menu():
    assert head_and_menu([STEP, ADD, DELETE]) == ([DELETE, ADD, STEP], [])
    assert head_and_menu([]) == ([], [])


def test_the_first_stand_in_the_head_the_main_one_last():
    shown, menu = head_and_menu([ADD, BACK, MOVE, STEP, DELETE])

    assert shown == [ADD, BACK, STEP]
    assert menu == [MOVE, DELETE]


def test_what_can_not_be_undone_goes_into_the_menu_first():
    shown, menu = head_and_menu([DELETE, ADD, BACK, MOVE])

    assert shown == [ADD, BACK, MOVE]
    assert menu == [DELETE]


def test_no_button_is_lost_or_doubled():
    twins = [Action("Ajouter"), Action("Ajouter"), ADD, MOVE, STEP]
    shown, menu = head_and_menu(twins)

    assert len(shown) == 3
    assert sorted(map(id, shown + menu)) == sorted(map(id, twins))

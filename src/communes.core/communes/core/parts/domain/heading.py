"""Which buttons stand in the head of a page, and which ones in its menu."""

from collections.abc import Sequence
from communes.core.parts.domain.values import Action


#: Buttons of a head: more are read by nobody.
MOST = 3


def head_and_menu(
    actions: Sequence[Action], most: int = MOST
) -> tuple[list[Action], list[Action]]:
    """Return the buttons of a head and those of its menu, each in the order given.

    The primary one always stands in the head, last, where the hand expects it; what
    can not be undone (``danger``) stands in the menu when there is one.

    :param actions: the most useful first.
    """
    if len(actions) <= most:
        shown = list(actions)
    else:
        ranked = sorted(actions, key=lambda one: (not one.primary, one.danger))
        kept = {id(one) for one in ranked[:most]}
        shown = [one for one in actions if id(one) in kept]
    menu = [one for one in actions if not any(one is other for other in shown)]
    return sorted(shown, key=lambda one: (one.primary, not one.danger)), menu

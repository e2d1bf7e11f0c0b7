"""Which action waits for which other, and why none may wait for itself."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.errors.domain import Reason
from communes.core.errors.domain import RuleRefused
from communes.pst.domain.choices import Kind
from communes.pst.domain.element import Action
from communes.pst.domain.element import Dependency
from communes.pst.domain.errors import because
from communes.pst.domain.errors import I18N_DOMAIN
from communes.pst.domain.programme import Programme


class DependencyRefused(RuleRefused):
    """An action may not wait for that one; the reason says why."""

    code = "dependency_refused"
    template = "Cette dépendance n'est pas possible."
    i18n_domain = I18N_DOMAIN


def dependencies(tree: Programme) -> Mapping[str, tuple[Dependency, ...]]:
    """Return what each action waits for, by its id; what is no longer there left out.

    Actions that wait for nothing are there too, with nothing.
    """
    return {
        one.id: tuple(need for need in one.depends_on if need.on in tree.elements)
        for one in tree.of_kind(Kind.ACTION, Kind.SUB_ACTION)
        if isinstance(one, Action)
    }


def check_dependencies(tree: Programme, id: str, wanted: Iterable[Dependency]) -> None:
    """Refuse what the action ``id`` may not wait for.

    :raises DependencyRefused: at the field ``depends_on``: the other one is no action,
        is above or below it, is named twice, or waits for this one already (the
        sentence shows the circle).
    """
    reasons: list[Reason] = []
    named: set[str] = set()
    for need in wanted:
        refusal = _refusal(tree, id, need.on)
        if refusal is None and need.on in named:
            refusal = because(
                "waits_twice",
                "« ${other} » est citée deux fois : gardez-la une fois.",
                other=tree.element(need.on).title,
            )
        reasons += [refusal] if refusal else []
        named.add(need.on)
    if reasons:
        raise DependencyRefused(*reasons, field="depends_on")


def _refusal(tree: Programme, id: str, on: str) -> Reason | None:
    title, other = tree.element(id).title, tree.element(on)
    if other.kind not in (Kind.ACTION, Kind.SUB_ACTION):
        return because(
            "waits_for_no_action",
            "« ${other} » n'est ni une action ni une sous-action.",
            other=other.title,
        )
    above = [one.id for one in tree.above(on)], [one.id for one in tree.above(id)]
    if on == id or id in above[0] or on in above[1]:
        return because(
            "waits_for_its_own",
            "« ${title} » et « ${other} » sont l'une dans l'autre : l'une ne peut pas "
            "attendre l'autre.",
            title=title,
            other=other.title,
        )
    circle = path(tree, on, id)
    if circle:
        names = [tree.element(step).title for step in (id, *circle)]
        return because(
            "waits_in_a_circle",
            "« ${other} » attend déjà « ${title} » : ${circle}.",
            title=title,
            other=other.title,
            circle=" → ".join(names),
        )
    return None


def path(tree: Programme, start: str, goal: str) -> tuple[str, ...]:
    """Return the ids by which ``start`` waits, at the end, for ``goal``; or nothing.

    Both ends are in it; the shortest way, the first of equals.
    """
    needs = dependencies(tree)
    came_from: dict[str, str] = {start: ""}
    waiting = [start]
    while waiting:
        step = waiting.pop(0)
        if step == goal:
            found = [step]
            while came_from[found[0]]:
                found.insert(0, came_from[found[0]])
            return tuple(found)
        for need in needs.get(step, ()):
            if need.on not in came_from:
                came_from[need.on] = step
                waiting.append(need.on)
    return ()


def in_order(tree: Programme) -> tuple[str, ...]:
    """Return the actions so that each stands after all it waits for.

    Else in the order of the tree. What waits in a circle (imported data may) stands
    at the end, in the order of the tree, so that a page can still show it.
    """
    needs = dependencies(tree)
    left = dict.fromkeys(needs)
    placed: dict[str, None] = {}
    moved = True
    while moved:
        moved = False
        for id in tuple(left):
            if all(need.on in placed or need.on not in needs for need in needs[id]):
                placed[id] = None
                del left[id]
                moved = True
    return (*placed, *left)

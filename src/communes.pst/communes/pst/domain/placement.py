"""What may stand where in the tree, and what stands against a new place."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.errors.domain import Reason
from communes.pst.domain.choices import Kind
from communes.pst.domain.element import Element
from communes.pst.domain.element import Link
from communes.pst.domain.errors import because
from communes.pst.domain.errors import PlaceRefused
from communes.pst.domain.labels import KIND_LABELS
from communes.pst.domain.programme import parent_kinds
from communes.pst.domain.programme import Programme
from communes.pst.domain.programme import TARGETS
from types import MappingProxyType


# An action holds either sub-actions or tasks: work is followed at one level only.
EXCLUDES: Mapping[Kind, frozenset[Kind]] = MappingProxyType(
    {
        Kind.TASK: frozenset({Kind.SUB_ACTION, Kind.SUB_ACTION_LINK}),
        Kind.SUB_ACTION: frozenset({Kind.TASK}),
        Kind.SUB_ACTION_LINK: frozenset({Kind.TASK}),
    }
)


def may_hold(tree: Programme, parent: str = "") -> tuple[Kind, ...]:
    """Return the kinds that may be added under ``parent`` now; empty: the plan."""
    return tuple(kind for kind in Kind if not obstacles(tree, kind, parent))


def obstacles(
    tree: Programme, kind: Kind, parent: str = "", target: str = ""
) -> tuple[Reason, ...]:
    """Return what stands against a new ``kind`` under ``parent``, in sentences.

    :param target: id of the action a link is to show; left out for what is no link,
        and to ask whether any link may stand there.
    :raises UnknownElement: the parent or the target is not in the programme.
    """
    return tuple(
        (*_wrong_level(tree, kind, parent), *_wrong_target(tree, kind, parent, target))
    )


def check_place(
    tree: Programme, kind: Kind, parent: str = "", target: str = ""
) -> None:
    """Refuse a place that is not possible.

    :raises PlaceRefused: with the reasons of ``obstacles``.
    """
    reasons = obstacles(tree, kind, parent, target)
    if reasons:
        raise PlaceRefused(*reasons)


def moving_obstacles(tree: Programme, id: str, parent: str = "") -> tuple[Reason, ...]:
    """Return what stands against putting an element under another parent, in sentences.

    What it holds comes with it; what shows it elsewhere goes on showing it.

    :param parent: id of what it would stand under; empty: the plan.
    :raises UnknownElement: the element or the parent is not in the programme.
    """
    moved = tree.element(id)
    if moved.parent == parent or any(one.parent == parent for one in tree.links_to(id)):
        return (_stands_there(tree, moved, parent),)
    if parent and id in (parent, *(one.id for one in tree.above(parent))):
        return (
            because(
                "below_itself",
                "« ${title} » ne peut pas être placé sous lui-même.",
                title=moved.title,
            ),
        )
    target = moved.target if isinstance(moved, Link) else ""
    return obstacles(tree, moved.kind, parent, target)


def check_move(tree: Programme, id: str, parent: str = "") -> None:
    """Refuse a new place that is not possible.

    :raises PlaceRefused: with the reasons of ``moving_obstacles``.
    """
    reasons = moving_obstacles(tree, id, parent)
    if reasons:
        raise PlaceRefused(*reasons)


def new_places(tree: Programme, id: str) -> Iterator[str]:
    """Yield where an element may be put instead, in the order of the tree.

    The empty id is the plan itself.
    """
    wanted = parent_kinds(tree.element(id).kind)
    candidates = ["", *(one.id for one in tree.walk() if one.kind in wanted)]
    return (one for one in candidates if not moving_obstacles(tree, id, one))


def _stands_there(tree: Programme, element: Element, parent: str) -> Reason:
    return because(
        "already_there",
        "« ${title} » se trouve déjà sous « ${parent} ».",
        title=element.title,
        parent=tree.element(parent).title if parent else tree.plan.title,
    )


def _wrong_level(tree: Programme, kind: Kind, parent: str) -> Iterator[Reason]:
    above = tree.element(parent).kind if parent else None
    if above not in parent_kinds(kind):
        yield because(
            "wrong_level",
            "Un élément « ${kind} » ne peut pas être placé sous « ${parent} ».",
            kind=KIND_LABELS[kind],
            parent=KIND_LABELS[above] if above else "Plan",
        )
        return
    held = {one.kind for one in tree.children(parent)}
    if above is Kind.ACTION and held & EXCLUDES.get(kind, frozenset()):
        yield because(
            "sub_actions_or_tasks",
            "« ${title} » a déjà des ${held} : une action contient soit des "
            "sous-actions, soit des tâches.",
            title=tree.element(parent).title,
            held="sous-actions" if kind is Kind.TASK else "tâches",
        )


def _wrong_target(
    tree: Programme, kind: Kind, parent: str, target: str
) -> Iterator[Reason]:
    if not target:
        return
    shown = tree.element(target)
    if kind not in TARGETS or shown.kind is not TARGETS[kind]:
        yield because(
            "wrong_target",
            "« ${title} » ne peut pas être montré par un lien à cet endroit.",
            title=shown.title,
        )
        return
    places = [shown.parent, *(link.parent for link in tree.links_to(target))]
    if parent in places:
        yield _stands_there(tree, shown, parent)


def places(tree: Programme, id: str) -> tuple[str, ...]:
    """Return where an element shows: its own id, then the ids of its links."""
    return (id, *(link.id for link in tree.links_to(id)))


def shown(tree: Programme, id: str) -> str:
    """Return the id of what is seen at ``id``: the target of a link, else itself."""
    element = tree.element(id)
    return element.target if isinstance(element, Link) else id

"""What may stand where in the tree, and what stands against a new place."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.errors.domain import Reason
from communes.pst.domain.choices import Kind
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
        yield because(
            "already_there",
            "« ${title} » se trouve déjà sous « ${parent} ».",
            title=shown.title,
            parent=tree.element(parent).title,
        )


def places(tree: Programme, id: str) -> tuple[str, ...]:
    """Return where an element shows: its own id, then the ids of its links."""
    return (id, *(link.id for link in tree.links_to(id)))


def shown(tree: Programme, id: str) -> str:
    """Return the id of what is seen at ``id``: the target of a link, else itself."""
    element = tree.element(id)
    return element.target if isinstance(element, Link) else id

"""Who reads and writes an element: a function of its people and services.

Roles go to groups of services and to the people the element names. An element takes
no right from the place around it: its local roles are computed anew each time its
own, or those it inherits by rule, change.
"""

from collections.abc import Callable
from collections.abc import Iterable
from communes.core.access.permission import set_local_roles
from communes.core.organisation.api import person
from communes.core.organisation.api import site_slug
from communes.core.organisation.domain import group_id
from communes.pst.content.action import IAction
from communes.pst.content.element import IElement
from communes.pst.content.operational_objective import IOperationalObjective
from communes.pst.content.task import ITask
from communes.pst.storage.place import above
from communes.pst.storage.place import below
from plone import api


#: The groups over all services: who keeps the programme, who reads it.
UNIT = "pst"
EDITORS = "editors"
READERS = "readers"
#: In a service: who writes and moves the actions it manages.
ACTION_EDITOR = "actioneditor"
#: The groups of a service that read what is visible for it.
SERVICE_READERS = (ACTION_EDITOR, "creators", "reviewers", "observers")


def group_of(unit: str, role: str) -> str:
    """Return the id of the group that plays ``role`` in a service or the programme."""
    return group_id(site_slug(), unit, role)


def refresh_roles(obj: IElement) -> bool:
    """Compute the local roles of an element anew; return whether any changed.

    The caller reindexes its security when they did.
    """
    roles: dict[str, set[str]] = {}

    def grant(role: str, who: Iterable[str]) -> None:
        for one in who:
            roles.setdefault(one, set()).add(role)

    grant("PstEditor", [group_of(UNIT, EDITORS)])
    grant("PstReader", [group_of(UNIT, READERS)])
    _grant_people(obj, grant)
    return set_local_roles(obj, {who: sorted(given) for who, given in roles.items()})


def refresh_below(obj: IElement) -> int:
    """Do so for the element and all below it, and index the change; return how many."""
    changed = [one for one in (obj, *below(obj)) if refresh_roles(one)]
    for one in changed:
        one.reindexObjectSecurity(skip_self=False)
    return len(changed)


def refresh_above(obj: IElement) -> None:
    """Let who has a task below an action read it; index the change."""
    for one in above(obj):
        if (IAction.providedBy(one) or ITask.providedBy(one)) and refresh_roles(one):
            one.reindexObjectSecurity(skip_self=False)


def _grant_people(obj: IElement, grant: Callable[[str, Iterable[str]], None]) -> None:
    planned = _planned(obj)
    for one in planned:
        grant("RepresentativeResponsible", _accounts(one.mandataries))
    if IOperationalObjective.providedBy(obj):
        grant("AdministrativeResponsible", obj.administratives)
        grant("ActionProposer", _groups(obj.managers))
        _grant_readers(obj, grant)
        return
    for one in planned:
        if IOperationalObjective.providedBy(one):
            grant("AdministrativeResponsible", one.administratives)
    actions = [one for one in planned if IAction.providedBy(one)]
    managed = next((one for one in actions if one.managers), None)
    if managed is not None:
        grant("ActionEditor", _groups(managed.managers))
    grant("ActionEditor", [one.carrier for one in actions if one.carrier])
    if actions:
        _grant_readers(actions[0], grant)
    if actions or ITask.providedBy(obj):
        _grant_performers(obj, grant)


def _grant_readers(obj: IElement, grant: Callable[[str, Iterable[str]], None]) -> None:
    for service in obj.visible_for:
        grant("PstReader", [group_of(service, role) for role in SERVICE_READERS])


def _grant_performers(
    obj: IElement, grant: Callable[[str, Iterable[str]], None]
) -> None:
    """Let those who have a task read it, and what it is a part of."""
    tasks = [one for one in (obj, *below(obj)) if ITask.providedBy(one)]
    for task in tasks:
        if task.service:
            grant("TaskPerformer", [group_of(task.service, ACTION_EDITOR)])
        if task.user:
            grant("TaskPerformer", [task.user])


def _planned(obj: IElement) -> list[IElement]:
    """Return the element and those above it that name people, the closest first."""
    line = (obj, *above(obj))
    return [
        one
        for one in line
        if IAction.providedBy(one) or IOperationalObjective.providedBy(one)
    ]


def _groups(services: Iterable[str]) -> list[str]:
    return [group_of(one, ACTION_EDITOR) for one in services]


def _accounts(people: Iterable[str]) -> list[str]:
    site = api.portal.get()
    found = (person(site, one) for one in people)
    return [one.user for one in found if one is not None and one.user]

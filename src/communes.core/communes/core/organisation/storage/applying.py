"""Bring the organisation of a site to what its file wants, keeping live changes."""

from communes.core.errors.domain import Conflict
from communes.core.organisation.domain import group_id
from communes.core.organisation.domain import Organisation
from communes.core.organisation.groups import add_member
from communes.core.organisation.groups import ensure_groups
from communes.core.organisation.groups import members_of
from communes.core.organisation.groups import site_slug
from communes.core.organisation.storage.wanted import wanted_objects
from communes.core.organisation.storage.wanted import WantedObject
from communes.core.settings.domain import Kept
from communes.core.settings.domain import merge
from communes.core.settings.storage import applied_last
from communes.core.settings.storage import remember_applied
from dataclasses import dataclass
from dataclasses import field
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from typing import Any
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


HOME = "organisation"
NAME = "core.organisation"
SERVICE_ROLES = {
    "creators": "créateurs",
    "reviewers": "valideurs",
    "observers": "observateurs",
}


class PlaceTaken(Conflict):
    """Something else lies where the organisation belongs: move it, or rename."""

    code = "place_taken"
    template = (
        "« ${path} » existe déjà et n'est pas ce que l'organisation attend : "
        "déplacez-le ou renommez-le."
    )


@dataclass
class Changes:
    """What applying an organisation did; ``nothing`` when all was so already.

    :param kept: dotted keys changed live that the file did not overwrite.
    :param members: pairs of group and account.
    """

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    members: list[tuple[str, str]] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)

    @property
    def nothing(self) -> bool:
        """Whether the site already was what the file wants."""
        return not (self.created or self.updated or self.groups or self.members)


def apply_objects(
    site: Any, organisation: Organisation, force: bool, changes: Changes
) -> None:
    """Make or update the organisation, its services, people and mandates."""
    applied = applied_last(site, NAME)
    for wanted in wanted_objects(organisation):
        obj = _object_at(site, wanted.path)
        if obj is None:
            _create(site, wanted)
            changes.created.append(wanted.path or HOME)
            applied.update(_flat(wanted.path, wanted.fields))
            continue
        if obj.portal_type != wanted.portal_type:
            raise PlaceTaken(path=f"{HOME}/{wanted.path}".rstrip("/"))
        live = {name: getattr(obj, name) for name in wanted.fields}
        merged = merge(
            applied,
            _flat(wanted.path, wanted.fields),
            _flat(wanted.path, live),
            force,
        )
        changes.kept.extend(merged.kept)
        applied.update(merged.applied)
        if merged.changes:
            for key, value in merged.changes.items():
                setattr(obj, key.rpartition(".")[2], value)
            notify(ObjectModifiedEvent(obj))
            changes.updated.append(wanted.path or HOME)
    remember_applied(site, NAME, applied)


def apply_groups(
    site: Any, organisation: Organisation, roles: dict[str, str], changes: Changes
) -> None:
    """Make the groups of the services, and of the units accounts act for."""
    titles = {service.id: service.title for service in organisation.services}
    for id_, title in titles.items():
        changes.groups.extend(ensure_groups(site, id_, title, roles))
    for member in organisation.memberships:
        title = titles.get(member.unit, member.unit)
        label = {member.role: roles.get(member.role, member.role)}
        changes.groups.extend(ensure_groups(site, member.unit, title, label))


def apply_members(
    site: Any, organisation: Organisation, force: bool, changes: Changes
) -> None:
    """Put accounts in their groups; one taken out live stays out unless forced."""
    name = f"{NAME}.members"
    wanted, live = {}, {}
    for member in organisation.memberships:
        group = group_id(site_slug(), member.unit, member.role)
        key = f"{group}.{member.user}"
        wanted[key] = True
        live[key] = member.user in members_of(site, group)
    merged = merge(applied_last(site, name), wanted, live, force)
    for key in merged.changes:
        group, _, user = key.partition(".")
        add_member(site, group, user)
        changes.members.append((group, user))
    changes.kept.extend(merged.kept)
    remember_applied(site, name, merged.applied)


def _flat(path: str, fields: dict[str, object]) -> dict[str, object]:
    return {f"{path or HOME}.{name}": value for name, value in fields.items()}


def _object_at(site: Any, path: str) -> Any:
    found = site
    for name in (HOME, *filter(None, path.split("/"))):
        if name not in found.objectIds():
            return None
        found = found[name]
    return found


def _create(site: Any, wanted: WantedObject) -> None:
    path = f"{HOME}/{wanted.path}".rstrip("/")
    parent, _, name = path.rpartition("/")
    container = _object_at(site, parent.partition("/")[2]) if parent else site
    content = createContent(wanted.portal_type, **wanted.fields)
    content.id = name
    addContentToContainer(container, content, checkConstraints=False)

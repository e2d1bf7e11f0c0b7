"""Services, people and mandates of the file become those of the agents' site."""

from collections.abc import Iterator
from communes.core.organisation.api import apply_organisation
from communes.core.organisation.api import Changes
from communes.core.organisation.domain import group_id
from communes.core.organisation.domain import Organisation
from communes.core.settings.storage import applied_last
from communes.core.settings.storage import remember_applied
from communes.policy.applying.sites import path_of
from communes.policy.domain.organisation import organisation_of
from communes.policy.domain.report import Change
from communes.policy.domain.report import KeptValue
from communes.policy.domain.report import Report
from communes.policy.profile import Profile
from Products.CMFCore.utils import getToolByName


MEMBERSHIPS = "memberships"


def apply_people(site, profile: Profile, report: Report, force: bool) -> None:
    """Apply the organisation of the file; take back rights the file gave and dropped.

    The kit never empties a group. But a right that came from the file ends with the
    line that gave it: the account leaves the group, unless it already had.
    """
    organisation = organisation_of(profile.commune)
    changes = apply_organisation(site, organisation, force=force)
    place = path_of(site)
    report.changes += [Change(place, what) for what in _told(changes)]
    report.kept += [
        KeptValue(place, f"organisation.{kept.key}", kept.live, kept.wanted)
        for kept in changes.kept
    ]
    dropped = _drop_memberships(site, profile.slug, organisation)
    report.changes += [Change(place, what) for what in dropped]


def _told(changes: Changes) -> Iterator[str]:
    if len(changes.created) > 3:
        yield f"organisation : {len(changes.created)} services, personnes et mandats"
    else:
        yield from (f"organisation : {path} créé" for path in changes.created)
    yield from (f"organisation : {path} modifié" for path in changes.updated)
    if changes.groups:
        yield f"groupes créés : {', '.join(changes.groups)}"
    yield from (f"{user} entre dans {group}" for group, user in changes.members)


def _drop_memberships(site, slug: str, organisation: Organisation) -> Iterator[str]:
    wanted = {
        f"{group_id(slug, member.unit, member.role)} {member.user}": True
        for member in organisation.memberships
    }
    groups = getToolByName(site, "portal_groups")
    for key in sorted(set(applied_last(site, MEMBERSHIPS)) - set(wanted)):
        name, _, user = key.partition(" ")
        group = groups.getGroupById(name)
        if group is not None and user in group.getMemberIds():
            group.removeMember(user)
            yield f"{user} quitte {name}"
    remember_applied(site, MEMBERSHIPS, wanted)

"""Services, people and mandates of the file become those of the agents' site."""

from communes.core.organisation.api import apply_organisation
from communes.policy.applying.sites import path_of
from communes.policy.domain.organisation import organisation_of
from communes.policy.domain.report import Change
from communes.policy.domain.report import Report
from communes.policy.profile import Profile


def apply_people(site, profile: Profile, report: Report) -> None:
    """Apply the organisation of the file; the kit says what it changed."""
    changed = apply_organisation(site, organisation_of(profile.commune))
    report.changes += [Change(path_of(site), str(what)) for what in changed]

"""The settings of a site and of its solutions, from the file, three ways."""

from communes.core.settings.domain import flatten
from communes.core.settings.interfaces import ISettingsTarget
from communes.policy.applying.site_target import SiteTarget
from communes.policy.applying.three_way import settle
from communes.policy.domain.report import Report
from communes.policy.profile import Profile
from zope.component import queryAdapter


def apply_settings(
    site, site_id: str, profile: Profile, report: Report, force: bool
) -> None:
    """Apply what the file says of the site itself, then of each of its solutions."""
    target = SiteTarget(site, profile)
    settle(site, "site", target, target.wanted(site_id), report, force)
    chosen = profile.commune.sites.named()[site_id].solutions
    for name, settings in profile.settings.items():
        solution_target = queryAdapter(site, ISettingsTarget, name=name)
        if name in chosen and solution_target is not None:
            wanted = flatten(settings)
            settle(site, name, solution_target, wanted, report, force)

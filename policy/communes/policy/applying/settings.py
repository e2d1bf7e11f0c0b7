"""The settings of a site and of its solutions, from the file, three ways."""

from communes.core.settings.domain import flatten
from communes.core.settings.interfaces import ISettingsTarget
from communes.policy.applying.site_target import SiteTarget
from communes.policy.applying.three_way import settle
from communes.policy.domain.report import Report
from communes.policy.profile import Profile
from zope.component import queryAdapter


def apply_site_settings(
    site, site_id: str, profile: Profile, report: Report, force: bool
) -> None:
    """Apply what the file says of the site itself: its name, looks and audience."""
    target = SiteTarget(site, profile)
    settle(site, "site", target, target.wanted(site_id), report, force)


def apply_solution_settings(
    site, site_id: str, profile: Profile, report: Report, force: bool
) -> None:
    """Apply the table of each chosen solution, its defaults included."""
    chosen = profile.commune.sites.named()[site_id].solutions
    for name, settings in profile.settings.items():
        target = queryAdapter(site, ISettingsTarget, name=name)
        if name in chosen and target is not None:
            settle(site, name, target, flatten(settings), report, force)

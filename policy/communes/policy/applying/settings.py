"""The settings of a site and of its solutions, from the file, three ways."""

from communes.core.documents.site_layout import DocumentsTarget
from communes.core.documents.site_layout import keep_logo
from communes.core.documents.site_layout import logo_of
from communes.core.settings.domain import flatten
from communes.core.settings.interfaces import ISettingsTarget
from communes.policy.applying.site_target import SiteTarget
from communes.policy.applying.sites import path_of
from communes.policy.applying.three_way import settle
from communes.policy.domain.report import Change
from communes.policy.domain.report import Report
from communes.policy.domain.report import shown
from communes.policy.profile import Profile
from zope.component import queryAdapter


def apply_site_settings(
    site, site_id: str, profile: Profile, report: Report, force: bool
) -> None:
    """Apply what the file says of the site itself: its name, looks and audience."""
    target = SiteTarget(site, profile)
    settle(site, "site", target, target.wanted(site_id), report, force)


def apply_document_settings(
    site, profile: Profile, report: Report, force: bool
) -> None:
    """Apply the table ``[documents]``; without a logo of its own, that of the site."""
    settings = profile.settings["documents"]
    logo = settings.logo or profile.commune.branding.logo
    settle(site, "documents", DocumentsTarget(site), flatten(settings), report, force)
    content = profile.file(logo) if logo else None
    if logo_of(site) != content:
        keep_logo(site, content)
        report.changes.append(Change(path_of(site), f"documents.logo : {shown(logo)}"))


def apply_solution_settings(
    site, site_id: str, profile: Profile, report: Report, force: bool
) -> None:
    """Apply the table of each chosen solution, its defaults included."""
    for name in profile.commune.sites.named()[site_id].solutions:
        if name not in profile.settings:
            continue
        target = queryAdapter(site, ISettingsTarget, name=name)
        if target is None:
            told = f"les réglages de {name} n'ont pas de place sur ce site."
            report.notes.append(Change(path_of(site), told))
            continue
        wanted = flatten(profile.settings[name])
        settle(site, name, target, wanted, report, force)

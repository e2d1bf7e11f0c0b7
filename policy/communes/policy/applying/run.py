"""All the steps of an application, in their order, in one transaction."""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from AccessControl.SpecialUsers import system
from communes.policy.applying.accounts import apply_accounts
from communes.policy.applying.accounts import demo_accounts
from communes.policy.applying.content import load_content
from communes.policy.applying.organisation import apply_people
from communes.policy.applying.rich_text import tame_rich_text
from communes.policy.applying.settings import apply_document_settings
from communes.policy.applying.settings import apply_site_settings
from communes.policy.applying.settings import apply_solution_settings
from communes.policy.applying.sites import ensure_sites
from communes.policy.applying.sites import existing_site
from communes.policy.applying.sites import inside
from communes.policy.applying.sites import path_of
from communes.policy.applying.solutions import install_solutions
from communes.policy.applying.solutions import refuse_removals
from communes.policy.domain.report import Change
from communes.policy.domain.report import Report
from communes.policy.profile import load
from communes.policy.profile import Profile
from contextlib import contextmanager
from pathlib import Path


def apply(app, profile_dir: Path | str, force: bool = False) -> Report:
    """Bring the sites of a commune to what its folder of data says.

    Makes ``/<slug>`` and its sites, installs the chosen solutions and only those,
    applies settings, looks, organisation, accounts and content. Applied twice, the
    second time writes nothing; one value changed in the file changes just that. The
    caller commits.

    :param app: the root of the Zope application, with a request.
    :param profile_dir: the folder with ``commune.toml``.
    :param force: let the file win over values changed on the live site, and
        uninstall what is no longer chosen.
    :return: what was done, what was kept, and who may log in.
    :raises InvalidSettings: with every problem of the file; nothing is written.
    :raises SolutionNoLongerChosen: an installed solution is not chosen any more.
    """
    profile = load(profile_dir)
    report = Report()
    with _as_system():
        if not force:
            _refuse_removals(app, profile)
        report.changes += ensure_sites(app, profile)
        for site_id in profile.commune.sites.named():
            site = existing_site(app, profile.slug, site_id)
            report.sites.append(path_of(site))
            with inside(site):
                _apply_site(site, site_id, profile, report, force)
        report.notes += _forgotten_sites(app, profile)
    report.accounts += demo_accounts(profile)
    return report


def _apply_site(
    site, site_id: str, profile: Profile, report: Report, force: bool
) -> None:
    chosen = profile.commune.sites.named()[site_id].solutions
    report.changes += install_solutions(site, chosen)
    apply_site_settings(site, site_id, profile, report, force)
    if site_id == "agents":
        report.changes += tame_rich_text(site)
    # Solutions rely on accounts, services and groups.
    apply_accounts(site, profile, report, force)
    if site_id == "agents":
        apply_people(site, profile, report, force)
    apply_document_settings(site, profile, report, force)
    apply_solution_settings(site, site_id, profile, report, force)
    load_content(site, profile, chosen, report)


def _refuse_removals(app, profile: Profile) -> None:
    for site_id, entry in profile.commune.sites.named().items():
        site = existing_site(app, profile.slug, site_id)
        if site is not None:
            refuse_removals(site, site_id, entry.solutions)


def _forgotten_sites(app, profile: Profile) -> list[Change]:
    """Tell of sites the file no longer names: a site is never deleted by a file."""
    folder = app[profile.slug]
    named = profile.commune.sites.named()
    return [
        Change(path_of(folder[name]), "n'est plus dans le fichier ; le site reste.")
        for name in ("agents", "www")
        if name in folder.objectIds() and name not in named
    ]


@contextmanager
def _as_system():
    """Work with all rights, then give the caller's rights back."""
    before = getSecurityManager()
    newSecurityManager(None, system)
    try:
        yield
    finally:
        setSecurityManager(before)

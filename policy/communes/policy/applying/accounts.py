"""The accounts of a site are made from the file and never deleted by it."""

from collections.abc import Mapping
from communes.core.settings.storage import applied_last
from communes.policy.applying.sites import path_of
from communes.policy.applying.three_way import settle
from communes.policy.domain.people import Account
from communes.policy.domain.report import Change
from communes.policy.domain.report import DemoAccount
from communes.policy.domain.report import Report
from communes.policy.profile import Profile
from plone import api
import secrets


SUBJECT = "accounts"
_ADMINISTRATOR = "Site Administrator"


class AccountsTarget:
    """The accounts of a site as flat keys: ``<login>.fullname`` and the like."""

    def __init__(self, accounts: Mapping[str, Account]) -> None:
        self.accounts = accounts

    def read(self) -> dict[str, object]:
        """Return the live values of the accounts of the file that exist."""
        live: dict[str, object] = {}
        for login in self.accounts:
            user = api.user.get(userid=login)
            if user is not None:
                roles = api.user.get_roles(user=user)
                live[f"{login}.fullname"] = user.getProperty("fullname", "")
                live[f"{login}.email"] = user.getProperty("email", "")
                live[f"{login}.administrator"] = _ADMINISTRATOR in roles
        return live

    def write(self, changes: Mapping[str, object]) -> None:
        """Make the accounts that are missing and write these values."""
        for login, account in self.accounts.items():
            own = {
                key.removeprefix(f"{login}."): value
                for key, value in changes.items()
                if key.startswith(f"{login}.")
            }
            if own:
                _write(account, own)


def apply_accounts(site, profile: Profile, report: Report, force: bool) -> None:
    """Make the accounts of the file; keep what was changed or deleted live.

    An account deleted on the site is not made again without ``force``: somebody may
    have left. One that is gone from the file is only told.
    """
    before = applied_last(site, SUBJECT)
    accounts = {account.id: account for account in _accounts_of(site, profile)}
    if not force:
        for login in _deleted_live(accounts, before):
            what = (
                f"le compte {login} a été supprimé sur le site et n'est pas recréé ; "
                "employez --force, ou retirez-le du fichier."
            )
            report.notes.append(Change(path_of(site), what))
            del accounts[login]
    settle(site, SUBJECT, AccountsTarget(accounts), _wanted(accounts), report, force)
    for login in _gone_from_file(_accounts_of(site, profile), before):
        what = f"le compte {login} n'est plus dans le fichier ; il existe toujours."
        report.notes.append(Change(path_of(site), what))


def demo_accounts(profile: Profile) -> list[DemoAccount]:
    """Return who one may be in a demonstration; nobody elsewhere."""
    if not profile.commune.demo:
        return []
    return [
        DemoAccount(account.id, account.password, account.function)
        for account in profile.commune.accounts
        if account.password
    ]


def _wanted(accounts: Mapping[str, Account]) -> dict[str, object]:
    wanted: dict[str, object] = {}
    for login, account in accounts.items():
        wanted[f"{login}.fullname"] = account.fullname
        wanted[f"{login}.email"] = account.email
        wanted[f"{login}.administrator"] = account.administrator
    return wanted


def _deleted_live(
    accounts: Mapping[str, Account], before: Mapping[str, object]
) -> list[str]:
    return [
        login
        for login in accounts
        if f"{login}.fullname" in before and api.user.get(userid=login) is None
    ]


def _accounts_of(site, profile: Profile) -> list[Account]:
    return [one for one in profile.commune.accounts if site.getId() in one.sites]


def _gone_from_file(accounts: list[Account], before: Mapping[str, object]) -> list[str]:
    named = {account.id for account in accounts}
    known = {key.removesuffix(".fullname") for key in before if ".fullname" in key}
    return [login for login in sorted(known - named) if api.user.get(userid=login)]


def _write(account: Account, values: Mapping[str, object]) -> None:
    user = api.user.get(userid=account.id)
    if user is None:
        password = account.password or secrets.token_urlsafe(32)
        membership = api.portal.get_tool("portal_membership")
        membership.addMember(account.id, password, ["Member"], [])
        user = api.user.get(userid=account.id)
    properties = {
        key: value for key, value in values.items() if key in ("fullname", "email")
    }
    if properties:
        user.setMemberProperties(properties)
    if values.get("administrator"):
        api.user.grant_roles(user=user, roles=[_ADMINISTRATOR])
    elif "administrator" in values and _ADMINISTRATOR in api.user.get_roles(user=user):
        api.user.revoke_roles(user=user, roles=[_ADMINISTRATOR])

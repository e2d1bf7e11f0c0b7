"""Builders for the fixture town: Valmont-sur-Lesse, its people named by their seat."""

from communes.core.organisation import api
from communes.core.organisation.domain import Organisation
from communes.core.organisation.domain import read_organisation
from functools import cache
from importlib.resources import files
from plone import api as plone_api
import tomllib
from typing import Any


SLUG = "valmont"
PASSWORD = "jour-de-marche-a-valmont"
DATA = "valmont.toml"


@cache
def valmont() -> Organisation:
    """Return the town as a plain value: 8 services, a college of 6, a council of 19."""
    text = (files("communes.core.testing") / DATA).read_text(encoding="utf-8")
    return read_organisation(tomllib.loads(text), DATA)


def build_town(site: Any) -> Organisation:
    """Build the town in a site: content, groups, and an account per member of one.

    An account is named as in the data ("cheffe-finances") and opens with ``PASSWORD``.
    Building twice changes nothing.
    """
    plone_api.portal.set_registry_record("communes.core.slug", SLUG)
    town = valmont()
    for user in sorted({member.user for member in town.memberships}):
        build_account(user)
    api.apply_organisation(site, town)
    return town


def build_account(user: str) -> Any:
    """Build the account of an agent, with no right but being one, unless it exists."""
    found = plone_api.user.get(username=user)
    if found is not None:
        return found
    return plone_api.user.create(
        username=user,
        email=f"{user}@valmont-sur-lesse.example",
        password=PASSWORD,
        properties={"fullname": user.replace("-", " ").capitalize()},
    )

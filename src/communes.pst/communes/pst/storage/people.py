"""Who answers for an element, as words one index can find."""

from communes.core.access.permission import current_user
from communes.core.access.permission import groups_of_user
from communes.core.organisation.api import mandates_in_office
from communes.core.organisation.api import services
from communes.pst.content.element import IElement
from communes.pst.storage.access import ACTION_EDITOR
from communes.pst.storage.access import group_of
from datetime import date
from enum import StrEnum
from plone import api


class Part(StrEnum):
    """The part a person plays; a board each."""

    CARRIER = "carrier"
    MANAGER = "manager"
    ADMINISTRATIVE = "administrative"
    MANDATARY = "mandatary"
    PERFORMER = "performer"


_FIELDS = {
    Part.CARRIER: "carrier",
    Part.MANAGER: "managers",
    Part.ADMINISTRATIVE: "administratives",
    Part.MANDATARY: "mandataries",
    Part.PERFORMER: "user",
}


def tokens_of(obj: IElement) -> tuple[str, ...]:
    """Return who answers for an element: "manager:travaux", "carrier:julie"…"""
    bare = obj.aq_base
    found = []
    for part, name in _FIELDS.items():
        value = getattr(bare, name, None) or ()
        ids = (value,) if isinstance(value, str) else value
        found += [f"{part}:{one}" for one in ids]
    return tuple(found)


def my_tokens(site: object) -> dict[Part, list[str]]:
    """Return what finds the elements of the current user, by the part played."""
    user, mine = current_user(), groups_of_user()
    managed = [
        one.id for one in services(site) if group_of(one.id, ACTION_EDITOR) in mine
    ]
    seats = mandates_in_office(site, "college", date.today())
    people = {one.person.id for one in seats if one.person.user == user}
    return {
        Part.CARRIER: [f"{Part.CARRIER}:{user}"],
        Part.MANAGER: [f"{Part.MANAGER}:{one}" for one in managed],
        Part.ADMINISTRATIVE: [f"{Part.ADMINISTRATIVE}:{user}"],
        Part.MANDATARY: [f"{Part.MANDATARY}:{one}" for one in sorted(people)],
        Part.PERFORMER: [f"{Part.PERFORMER}:{user}"],
    }


def agents() -> list[tuple[str, str]]:
    """Return (account, name) of the agents of the site, by name."""
    found = [
        (one.getId(), one.getProperty("fullname", "") or one.getUserName())
        for one in api.user.get_users()
    ]
    return sorted(found, key=lambda pair: pair[1])

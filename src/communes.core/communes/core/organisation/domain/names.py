"""The names of units and groups: one grammar, so that data and rights agree."""

from communes.core.errors.domain import InvalidInput
import re


UNIT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ROLE = re.compile(r"[a-z][a-zA-Z0-9]*")


class BadName(InvalidInput):
    """An id can not be used in a group name: lower case, digits and hyphens only."""

    code = "bad_name"
    template = (
        "« ${value} » n'est pas un identifiant : employez des minuscules sans "
        "accent, des chiffres et des traits d'union."
    )


def group_id(slug: str, unit: str, role: str) -> str:
    """Return the id of a group: ``<slug>-<unit>-<role>``.

    :param slug: the commune ("valmont").
    :param unit: a service or an assembly ("finances", "conseil").
    :param role: what its members do ("creators", "level2reviewers").
    :raises BadName: one of the parts could be mistaken for another.
    """
    for field, part in (("slug", slug), ("unit", unit)):
        checked_id(part, field)
    if not ROLE.fullmatch(role):
        raise BadName(field="role", value=role)
    return f"{slug}-{unit}-{role}"


def checked_id(value: str, field: str = "id") -> str:
    """Return ``value`` when it is an id.

    :raises BadName: it is not.
    """
    if not UNIT.fullmatch(value):
        raise BadName(field=field, value=value)
    return value

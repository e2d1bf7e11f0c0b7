"""Attendance and votes of the members of an assembly over one year."""

from communes.core.access.permission import require
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.domain.statistics.year import groups_of
from communes.deliberations.domain.statistics.year import GroupYear
from communes.deliberations.domain.statistics.year import members_of
from communes.deliberations.domain.statistics.year import MemberYear
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.storage.statistics import held_in
from communes.deliberations.storage.statistics import years_of
from dataclasses import dataclass


@dataclass(frozen=True)
class YearView:
    """One year of an assembly: how often it met, its members, its groups."""

    year: int
    meetings: int
    members: tuple[MemberYear, ...]
    groups: tuple[GroupYear, ...]


def statistics(assembly: IAssembly, year: int) -> YearView:
    """Return a year of an assembly; meetings whose roll was not called are left out.

    :raises MayNot: the user does not manage the meetings of the assembly.
    """
    require(MANAGE_MEETING, assembly)
    held = held_in(assembly, year)
    return YearView(year, len(held), members_of(held), groups_of(held))


def statistic_years(assembly: IAssembly) -> tuple[int, ...]:
    """Return the years one may ask about, the last one first.

    :raises MayNot: the user does not manage the meetings of the assembly.
    """
    require(MANAGE_MEETING, assembly)
    return years_of(assembly)

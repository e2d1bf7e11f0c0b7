"""The solutions the policy knows; a new one is one entry here."""

from communes.deliberations.domain.settings import DeliberationsSettings
from communes.deliberations.domain.settings_check import check
from communes.policy.domain.solution import Solution


SOLUTIONS = {
    solution.name: solution
    for solution in (
        Solution(
            name="deliberations",
            distribution="communes.deliberations",
            sites=("agents",),
            settings=DeliberationsSettings,
            check=check,
            bodies=lambda settings: tuple(one.id for one in settings.assemblies),
        ),
        Solution(
            name="search",
            distribution="communes.search",
            sites=("agents", "www"),
        ),
    )
}

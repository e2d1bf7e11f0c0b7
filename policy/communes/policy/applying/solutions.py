"""The chosen solutions are installed, and only those."""

from collections.abc import Iterator
from communes.policy.applying.sites import inside
from communes.policy.applying.sites import path_of
from communes.policy.domain.report import Change
from communes.policy.domain.solution import Solution
from communes.policy.errors import ProfileMissing
from communes.policy.errors import SolutionNoLongerChosen
from communes.policy.solutions import SOLUTIONS
from plone.base.utils import get_installer


KIT = "communes.core"


def installed_solutions(site) -> list[Solution]:
    """Return the solutions of the policy's list that ``site`` has."""
    with inside(site):
        installer = get_installer(site)
        return [
            solution
            for solution in SOLUTIONS.values()
            if installer.is_product_installed(solution.distribution)
        ]


def refuse_removals(site, site_id: str, chosen: tuple[str, ...]) -> None:
    """Refuse a file that no longer chooses what the site has.

    :raises SolutionNoLongerChosen: with the way to keep it and the way to force.
    """
    for solution in installed_solutions(site):
        if solution.name not in chosen:
            raise SolutionNoLongerChosen(
                solution=solution.name, place=path_of(site), site=site_id
            )


def install_solutions(site, chosen: tuple[str, ...]) -> Iterator[Change]:
    """Install the kit and what is chosen, uninstall what is not.

    :raises ProfileMissing: the machine was built without a chosen solution.
    """
    installer = get_installer(site)
    wanted = [KIT, *(SOLUTIONS[name].distribution for name in chosen)]
    for solution in installed_solutions(site):
        if solution.name not in chosen:
            installer.uninstall_product(solution.distribution)
            yield Change(path_of(site), f"solution {solution.name} désinstallée")
    for distribution in wanted:
        if installer.is_product_installed(distribution):
            continue
        if not installer.install_product(distribution):
            name = distribution.removeprefix("communes.")
            raise ProfileMissing(solution=name, distribution=distribution)
        yield Change(path_of(site), f"{distribution} installé")

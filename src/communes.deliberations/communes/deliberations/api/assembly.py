"""The assemblies of a site, for whoever is logged in."""

from communes.core.access.permission import may
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.exceptions import UnknownAssembly
from communes.deliberations.storage.assembly import all_assemblies
from communes.deliberations.storage.assembly import find_assembly
from communes.deliberations.storage.assembly import settings_of


def assemblies(site: object) -> list[IAssembly]:
    """Return the assemblies the current user may see, in the order of the settings."""
    return [one for one in all_assemblies(site) if may("View", one)]


def assembly(site: object, id: str) -> IAssembly:
    """Return the assembly of that id.

    :raises UnknownAssembly: the site has none, or the user may not see it.
    """
    found = find_assembly(site, id)
    if found is None or not may("View", found):
        raise UnknownAssembly(field="assembly", name=id)
    return found


def assembly_settings(assembly: IAssembly) -> AssemblySettings:
    """Return the settings of an assembly as plain values."""
    return settings_of(assembly)

"""Find the assemblies of a site, and read and write their settings as values."""

from Acquisition import aq_chain
from Acquisition import aq_inner
from collections.abc import Iterator
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.storage.plain import from_plain
from communes.deliberations.storage.plain import to_plain
from persistent.mapping import PersistentMapping


#: Where the assemblies live in a site.
HOME = "deliberations"


def assembly_of(context: object) -> IAssembly | None:
    """Return the assembly that contains ``context``, or None outside of one."""
    for parent in aq_chain(aq_inner(context)):
        if IAssembly.providedBy(parent):
            return parent
    return None


def all_assemblies(site: object) -> Iterator[IAssembly]:
    """Yield the assemblies of the site in their folder's order, whoever asks."""
    home = site.get(HOME)
    if home is None:
        return
    for child in home.objectValues():
        if IAssembly.providedBy(child):
            yield child


def find_assembly(site: object, id: str) -> IAssembly | None:
    """Return the assembly of that id, or None when the site has none."""
    home = site.get(HOME)
    found = None if home is None else home.get(id)
    return found if IAssembly.providedBy(found) else None


def settings_of(assembly: IAssembly) -> AssemblySettings:
    """Return the settings of an assembly; defaults where nothing was set."""
    data = dict(assembly.settings_data or {})
    data.update(id=assembly.getId(), title=assembly.title)
    return from_plain(AssemblySettings, data)


def save_settings(assembly: IAssembly, settings: AssemblySettings) -> None:
    """Keep ``settings`` on the assembly; its id is the object's and never changes."""
    assembly.title = settings.title
    assembly.settings_data = PersistentMapping(to_plain(settings))

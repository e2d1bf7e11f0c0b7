"""Find the assemblies of a site, and read and write their settings as values."""

from Acquisition import aq_base
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
    """Return the settings of an assembly; defaults where nothing was set.

    Read once per load of the assembly: one step of one item asks for them twenty
    times. What the database takes back or others change takes the reading along.
    """
    bare = aq_base(assembly)
    data = bare.settings_data
    known = getattr(bare, "_v_settings", None)
    if known is None or known[0] is not data or known[1].title != bare.title:
        values = {**(data or {}), "id": bare.getId(), "title": bare.title}
        known = bare._v_settings = (data, from_plain(AssemblySettings, values))
    return known[1]


def save_settings(assembly: IAssembly, settings: AssemblySettings) -> None:
    """Keep ``settings`` on the assembly; its id is the object's and never changes."""
    assembly.title = settings.title
    assembly.settings_data = PersistentMapping(to_plain(settings))

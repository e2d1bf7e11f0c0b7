"""Make the assemblies a commune's settings name, and give their groups their roles."""

from collections.abc import Mapping
from collections.abc import Sequence
from communes.core.access.catalog import unrestricted
from communes.core.access.permission import forget_cached_roles
from communes.core.organisation.api import ensure_groups
from communes.core.organisation.api import services
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.domain.preparation.audience import BUDGET_EDITORS
from communes.deliberations.domain.preparation.audience import TEMPLATE_MANAGERS
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.workflow import CREATORS
from communes.deliberations.domain.workflow import MANAGERS
from communes.deliberations.interfaces import IDeliberationsHome
from communes.deliberations.permissions import VIEW_CLOSED_ITEMS
from communes.deliberations.storage.access import MEMBERS
from communes.deliberations.storage.advice import advices_of
from communes.deliberations.storage.assembly import find_assembly
from communes.deliberations.storage.assembly import HOME
from communes.deliberations.storage.assembly import save_settings
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.item import PORTAL_TYPE as ITEM
from communes.deliberations.storage.service import group_of
from communes.deliberations.workflow.advices.founding import ensure_advisers
from communes.deliberations.workflow.advices.rights import settle_advice
from communes.deliberations.workflow.rights import refresh_local_roles
from plone import api
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from zope.interface import alsoProvides


PORTAL_TYPE = "communes.deliberations.Assembly"

#: The groups of an assembly, with their French name.
GROUPS = {
    MANAGERS: "gestionnaires de séance",
    MEMBERS: "membres",
    BUDGET_EDITORS: "éditeurs de l'incidence budgétaire",
    TEMPLATE_MANAGERS: "gestionnaires de modèles de points",
}


def found_assembly(site: object, settings: AssemblySettings) -> IAssembly:
    """Return the assembly of those settings, made or brought up to date.

    Doing it twice changes nothing. Rights on the items are computed anew when the
    settings changed.
    """
    assembly = find_assembly(site, settings.id)
    fresh = assembly is None
    if fresh:
        new = createContent(PORTAL_TYPE, title=settings.title)
        new.id = settings.id
        assembly = addContentToContainer(_home(site), new, checkConstraints=False)
    elif settings_of(assembly) == settings:
        refresh_assembly_roles(assembly)
        return assembly
    save_settings(assembly, settings)
    ensure_groups(site, settings.id, settings.title, GROUPS)
    ensure_advisers(site, settings.advices)
    _let_members_read_closed(assembly, settings.members_read_closed)
    refresh_assembly_roles(assembly)
    if not fresh:
        refresh_item_roles(assembly)
    assembly.reindexObject()
    return assembly


def order_assemblies(site: object, ids: Sequence[str]) -> None:
    """Put the assemblies in the order of the settings; others keep theirs, after."""
    home = site.get(HOME)
    if home is None:
        return
    present = list(home.objectIds(ordered=True))
    wanted = [id for id in ids if id in present]
    if [id for id in present if id in wanted] != wanted:
        for position, id in enumerate(wanted):
            home.moveObjectToPosition(id, position)


def refresh_assembly_roles(assembly: IAssembly) -> bool:
    """Give the assembly's groups their local roles; return whether any changed."""
    wanted = {group: list(roles) for group, roles in _roles(assembly).items()}
    present = {group: list(roles) for group, roles in assembly.get_local_roles()}
    if present == wanted:
        return False
    assembly.__ac_local_roles__ = wanted
    forget_cached_roles(assembly)
    assembly.reindexObjectSecurity()
    return True


def refresh_item_roles(assembly: IAssembly) -> int:
    """Compute the rights on every item anew; return how many of them changed."""
    changed = 0
    for brain in unrestricted(
        portal_type=ITEM, deliberations_assembly=assembly.getId()
    ):
        item = brain._unrestrictedGetObject()
        if refresh_local_roles(item):
            item.reindexObjectSecurity()
            changed += 1
        for advice in advices_of(item):
            settle_advice(advice)
    return changed


def _roles(assembly: IAssembly) -> Mapping[str, tuple[str, ...]]:
    settings = settings_of(assembly)
    heard = settings.services or tuple(one.id for one in services(api.portal.get()))
    roles = {group_of(service, CREATORS): ("ItemProposer",) for service in heard}
    roles[group_of(settings.id, MANAGERS)] = ("MeetingManager",)
    roles[group_of(settings.id, TEMPLATE_MANAGERS)] = ("TemplateManager",)
    roles[group_of(settings.id, MEMBERS)] = ("AssemblyMember",)
    return roles


def _let_members_read_closed(assembly: IAssembly, allowed: bool) -> None:
    """Say who reads the closed part of the meetings, which take it from here."""
    members = ["AssemblyMember"] if allowed else []
    roles = [*members, "Manager", "MeetingManager"]
    assembly.manage_permission(VIEW_CLOSED_ITEMS, roles, acquire=False)


def _home(site: object) -> object:
    """Return the folder of the assemblies, made when it is missing.

    Whoever is logged in may pass through; what it contains keeps its own rights.
    """
    if HOME in site:
        return site[HOME]
    folder = createContent("Folder", title="Délibérations", exclude_from_nav=True)
    folder.id = HOME
    alsoProvides(folder, IDeliberationsHome)
    home = addContentToContainer(site, folder, checkConstraints=False)
    readers = ["Manager", "Member", "Site Administrator"]
    for permission in ("View", "Access contents information"):
        home.manage_permission(permission, readers, acquire=False)
    home.manage_permission("List folder contents", readers[::2], acquire=False)
    home.reindexObjectSecurity()
    return home

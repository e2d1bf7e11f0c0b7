"""Make a plan, and the groups its rights are given to."""

from collections.abc import Mapping
from communes.core.access.permission import set_local_roles
from communes.core.organisation.api import ensure_groups
from communes.core.organisation.api import services
from communes.pst.content.plan import IPlan
from communes.pst.interfaces import IPstHome
from communes.pst.storage.access import ACTION_EDITOR
from communes.pst.storage.access import EDITORS
from communes.pst.storage.access import group_of
from communes.pst.storage.access import READERS
from communes.pst.storage.access import UNIT
from communes.pst.storage.kinds import PLAN
from communes.pst.storage.place import HOME
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from zope.interface import alsoProvides


#: The groups over all services, and those of each service, with their French name.
GROUPS = {EDITORS: "gestionnaires du programme", READERS: "lecteurs"}
SERVICE_GROUPS = {ACTION_EDITOR: "gestionnaires d'action"}


def found_plan(site: object, id: str, values: Mapping[str, object]) -> IPlan:
    """Return a new plan of that id, its groups made.

    :param values: attributes of the plan as they are stored.
    """
    ensure_pst_groups(site)
    plan = createContent(PLAN, **values)
    plan.id = id
    added = addContentToContainer(_home(site), plan, checkConstraints=False)
    settle_plan(added)
    added.reindexObject()
    return added


def ensure_pst_groups(site: object) -> None:
    """Make the groups of the programme and of each service that are missing."""
    ensure_groups(site, UNIT, "PST", GROUPS)
    for one in services(site):
        ensure_groups(site, one.id, one.title, SERVICE_GROUPS)


def settle_plan(plan: IPlan) -> None:
    """Give the plan's groups their local roles."""
    roles = {
        group_of(UNIT, EDITORS): ["PstEditor"],
        group_of(UNIT, READERS): ["PstReader"],
    }
    if set_local_roles(plan, roles):
        plan.reindexObjectSecurity()


def _home(site: object) -> object:
    """Return the folder of the plans, made when it is missing.

    Whoever is logged in may pass through; what it contains keeps its own rights.
    """
    if HOME in site:
        return site[HOME]
    folder = createContent(
        "Folder", title="Programme stratégique", exclude_from_nav=True
    )
    folder.id = HOME
    alsoProvides(folder, IPstHome)
    home = addContentToContainer(site, folder, checkConstraints=False)
    readers = ["Manager", "Member", "Site Administrator"]
    for permission in ("View", "Access contents information"):
        home.manage_permission(permission, readers, acquire=False)
    home.manage_permission("List folder contents", readers[::2], acquire=False)
    home.reindexObjectSecurity()
    return home

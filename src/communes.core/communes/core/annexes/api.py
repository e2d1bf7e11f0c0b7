"""The door to annexes: those a person may see, and their readers."""

from AccessControl import getSecurityManager
from collections.abc import Mapping
from communes.core.annexes.content import IAnnex
from communes.core.annexes.permissions import ADD_ANNEX
from communes.core.annexes.rights import settle_rights_below
from communes.core.errors.domain import NotAllowed
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from Products.CMFCore.permissions import ModifyPortalContent
from Products.CMFCore.utils import getToolByName
from typing import Any


__all__ = [
    "IAnnex",
    "add_annex",
    "annexes_of",
    "may_annex",
    "remove_annex",
    "settle_rights_below",
]

PORTAL_TYPE = "communes.core.Annex"


class MayNotAnnex(NotAllowed):
    """The person may not change the annexes of a matter. Cure: ask who writes it."""

    code = "may_not_annex"
    template = (
        "Vous ne pouvez ni joindre ni retirer d'annexe ici : demandez-le au service "
        "qui rédige ce dossier."
    )


def may_annex(matter: Any) -> bool:
    """Return whether the user may join files: who writes the matter, or may annex."""
    check = getSecurityManager().checkPermission
    return bool(check(ADD_ANNEX, matter) or check(ModifyPortalContent, matter))


def add_annex(matter: Any, values: Mapping[str, Any]) -> Any:
    """Join a file to a matter and return the annex.

    The id is neutral ("annexe-3"): an address tells nothing of the file.

    :param values: field name of ``IAnnex`` -> value, already checked by the form.
    :raises MayNotAnnex: the user writes neither the matter nor its annexes.
    """
    if not may_annex(matter):
        raise MayNotAnnex
    taken = {id for id in matter.objectIds() if id.startswith("annexe-")}
    free = next(n for n in range(1, len(taken) + 2) if f"annexe-{n}" not in taken)
    annex = createContent(PORTAL_TYPE, **values)
    annex.id = f"annexe-{free}"
    return addContentToContainer(matter, annex, checkConstraints=False)


def remove_annex(matter: Any, id: str) -> None:
    """Take an annex away; taking away one that is gone does nothing.

    :raises MayNotAnnex: the user may not, or may not see that annex.
    """
    if not may_annex(matter):
        raise MayNotAnnex
    if id not in {brain.getId for brain in annexes_of(matter)}:
        if id in matter.objectIds():
            raise MayNotAnnex
        return
    # The right was asked above: it is that of writing, not of deleting the matter.
    matter._delObject(id)


def annexes_of(matter: Any) -> list[Any]:
    """Return the catalog brains of the annexes of a matter the user may see.

    Only those: no title, file name or count of another annex is told. The order is
    the one they lie in.
    """
    catalog = getToolByName(matter, "portal_catalog")
    return list(
        catalog(
            object_provides=IAnnex.__identifier__,
            path={"query": "/".join(matter.getPhysicalPath()), "depth": 1},
            sort_on="getObjPositionInParent",
        )
    )

"""The door to annexes: those a person may see, and their readers."""

from AccessControl import getSecurityManager
from collections.abc import Mapping
from communes.core.annexes.bundle import joined_pdf
from communes.core.annexes.bundle import Named
from communes.core.annexes.bundle import zipped
from communes.core.annexes.content import IAnnex
from communes.core.annexes.permissions import ADD_ANNEX
from communes.core.annexes.previews import preview_url
from communes.core.annexes.rights import settle_rights_below
from communes.core.errors.domain import Missing
from communes.core.errors.domain import NotAllowed
from communes.core.errors.domain import RuleRefused
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from Products.CMFCore.permissions import ModifyPortalContent
from Products.CMFCore.utils import getToolByName
from typing import Any
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


__all__ = [
    "IAnnex",
    "add_annex",
    "annexes_of",
    "download_annexes",
    "mark_annex",
    "may_annex",
    "preview_url",
    "remove_annex",
    "settle_rights_below",
]

PORTAL_TYPE = "communes.core.Annex"


#: What may be said of an annex later, and what had to be asked before.
MARKS = {"signed": "to_sign", "approved": "to_approve"}


class MarkNotAsked(RuleRefused):
    """An annex is said to be signed or approved that nobody asked it of.

    Cure: say first that it is to be signed, or to be approved.
    """

    code = "annex_mark_not_asked"
    template = (
        "Cette annexe n'est ni à signer ni à approuver : indiquez-le d'abord dans sa "
        "fiche."
    )


class NothingToDownload(Missing):
    """There is no annex to give out in that form. Cure: take the archive instead."""

    code = "no_annex_to_download"
    template = (
        "Il n'y a pas d'annexe à télécharger ainsi : une fusion ne reprend que les "
        "PDF, l'archive reprend tout."
    )


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


def mark_annex(matter: Any, id: str, mark: str, on: bool = True) -> None:
    """Say of an annex that it is signed, or approved; or that it is not.

    :param mark: "signed" or "approved".
    :raises MayNotAnnex: the user may not, or may not see that annex.
    :raises MarkNotAsked: it was not to be signed, or not to be approved.
    """
    if not may_annex(matter) or id not in {one.getId for one in annexes_of(matter)}:
        raise MayNotAnnex
    annex = matter[id]
    if mark not in MARKS or not getattr(annex, MARKS[mark], False):
        raise MarkNotAsked(field="mark")
    setattr(annex, mark, on)
    notify(ObjectModifiedEvent(annex))


def download_annexes(
    matter: Any, form: str = "zip", *, to_print: bool = False
) -> tuple[str, bytes]:
    """Return (content type, bytes) of the annexes the user may see, all in one.

    :param form: "zip", every file; "pdf", those that are PDF one after the other.
    :param to_print: only those that are to be printed.
    :raises NothingToDownload: there is none in that form.
    """
    annexes = [brain.getObject() for brain in annexes_of(matter)]
    files = [
        Named(one.file.filename or one.getId(), one.file.contentType, one.file.data)
        for one in annexes
        if one.file is not None and (one.to_print or not to_print)
    ]
    data = joined_pdf(files) if form == "pdf" else zipped(files)
    if not data:
        raise NothingToDownload
    return ("application/pdf" if form == "pdf" else "application/zip"), data

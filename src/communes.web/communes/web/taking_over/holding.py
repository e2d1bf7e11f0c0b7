"""Where what is taken stands here: the tree of the other site, and our branches."""

from communes.core.access.catalog import object_by_uid
from communes.core.access.catalog import unrestricted
from communes.web.api import contents
from communes.web.content.base import IWebContent
from communes.web.directory import api as directory
from communes.web.domain.states import WebTransition
from communes.web.domain.taking_over.takeover import RowFate
from communes.web.taking_over import storage
from communes.web.taking_over.finding import ours_of
from plone import api
from typing import Any


#: Type of the branch -> its address and its French name when there is none yet.
BRANCHES = {
    "NewsFolder": ("actualites", "Actualités"),
    "Agenda": ("agenda", "Agenda"),
    "Directory": ("annuaire", "Annuaire"),
}
#: Files that stood at the root of the other site.
_FILES = ("fichiers-repris", "Fichiers repris")
#: They stand in a page here, or in a branch of their own, wherever they stood.
_NO_BRANCH = (
    "Image", "File", "imio.smartweb.Section", "imio.smartweb.BlockLink", "News Item",
    "imio.news.", "Event", "imio.events.", "imio.directory.",
)  # fmt: skip


class Holding:
    """The places of one taking over, looked up once."""

    def __init__(self, site: Any, kept: storage.Kept, place: str) -> None:
        self.site = site
        self.kept = kept
        self.root = (object_by_uid(place) if place else None) or site
        self._folders: frozenset[str] | None = None

    def is_folder(self, path: str) -> bool:
        """Tell whether pages stood below a path there: pages of ours hold none."""
        if self._folders is None:
            rows = storage.rows_of(self.kept)
            self._folders = frozenset(
                row.path.rpartition("/")[0]
                for row in rows
                if not row.kind.startswith(_NO_BRANCH) and row.fate != RowFate.REFUSED
            )
        return path in self._folders

    def above(self, path: str, *kinds: str) -> Any | None:
        """Return what the nearest path above is here, of one of these types.

        The place of the taking over, when it is one of them; None without any.
        """
        here = path
        while here not in ("", "/"):
            here = here.rpartition("/")[0]
            obj = ours_of(storage.taken_here(self.site, self.kept.paths.get(here, "")))
            if obj is not None and _type(obj) in kinds:
                return obj
        is_root = self.root is self.site or _type(self.root) in kinds
        return self.root if is_root and "Folder" in kinds else None

    def branch(self, kind: str) -> Any:
        """Return the branch of a kind for all that is taken, made if there is none.

        The first one that is no branch of what others share.
        """
        for brain in unrestricted(
            portal_type=f"communes.web.{kind}", sort_on="created"
        ):
            obj = brain._unrestrictedGetObject()
            if not str(obj.external_id).startswith("communes.web.shared:"):
                return obj
        id, title = BRANCHES[kind]
        if kind == "Directory":
            made = directory.create_directory(self.root, {"title": title}, id)
        else:
            made = contents.create(self.root, kind, {"title": title}, id)
        return _shown(made)

    def of_files(self, path: str) -> Any:
        """Return what holds a file or a picture: a content above it, else a folder."""
        here = path
        while here not in ("", "/"):
            here = here.rpartition("/")[0]
            obj = ours_of(storage.taken_here(self.site, self.kept.paths.get(here, "")))
            if IWebContent.providedBy(obj):
                return obj
        if self.root is not self.site:
            return self.root
        id, title = _FILES
        found = self.site._getOb(id, None)
        if found is not None:
            return found
        return _shown(contents.create(self.site, "Folder", {"title": title}, id))


def _shown(branch: Any) -> Any:
    """Publish a new branch: what is public in it is found."""
    workflow = api.portal.get_tool("portal_workflow")
    workflow.doActionFor(branch, WebTransition.PUBLISH.value)
    return branch


def _type(obj: Any) -> str:
    return str(obj.portal_type).removeprefix("communes.web.")


def path_here(obj: Any) -> str:
    """Return the path of one of our contents below the site."""
    root = api.portal.get().getPhysicalPath()
    return "/" + "/".join(obj.getPhysicalPath()[len(root) :])

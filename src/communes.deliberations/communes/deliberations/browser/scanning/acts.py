"""What is done with scanned papers: bring, place, take away, look at."""

from communes.core.hardening.giving import give_out
from communes.core.hardening.giving import MadeFile
from communes.core.shell.acting import Act
from communes.deliberations.api import scanning as door
from communes.deliberations.i18n import _
from Products.Five.browser import BrowserView


class ScanAct(Act):
    """Comes back to the list."""

    def back(self) -> str:
        return f"{self.context.absolute_url()}/numerisations"


class Bring(ScanAct):
    """Keeps the files of ``fichiers`` and has them read."""

    def act(self) -> dict:
        given = self.request.form.get("fichiers", [])
        sent = given if isinstance(given, (list, tuple)) else [given]
        files = [
            (getattr(one, "filename", "") or "", one.read())
            for one in sent
            if hasattr(one, "read") and getattr(one, "filename", "")
        ]
        made = door.bring_scans(self.context, files)
        said = _(
            "scans_brought",
            default="${count} document(s) pris ; leurs codes sont lus. Vous pouvez "
            "quitter cette page.",
            mapping={"count": len(made)},
        )
        return {"message": said}


class Place(ScanAct):
    """Joins the paper ``document`` to the item ``point``."""

    def act(self) -> dict:
        door.place_scan(self.context, self.given("document"), self.given("point"))
        return {"message": _("scan_placed", default="Le document est rangé.")}


class Discard(ScanAct):
    """Takes the paper ``document`` off the list."""

    def act(self) -> dict:
        door.discard_scan(self.context, self.given("document"))
        return {"message": _("scan_discarded", default="Retiré de la liste.")}


class GiveFile(BrowserView):
    """Gives the file of a paper that is not placed."""

    def __call__(self) -> bytes:
        asked = self.request.form.get("document", "")
        name, data = door.scan_file(
            self.context, asked if isinstance(asked, str) else ""
        )
        made = MadeFile(name, "application/pdf", data)
        return give_out(self.request.response, made)

"""``<plan>/documents``: reports, the workbook, the accounts; and what comes back."""

from communes.core.errors.i18n import to_sentence
from communes.core.hardening.giving import give_out
from communes.core.importing.domain import ImportRefused
from communes.core.importing.domain import Report
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.pst.api.ecomptes import export_ecomptes
from communes.pst.api.ecomptes import import_ecomptes
from communes.pst.api.report import make_report
from communes.pst.api.workbook import export_workbook
from communes.pst.api.workbook import import_workbook
from communes.pst.browser.frame.cells import table
from communes.pst.browser.frame.plan import PlanFrame
from communes.pst.domain.report import Report as Kind
from communes.pst.domain.report import REPORT_LABELS
from communes.pst.i18n import _
from communes.pst.i18n import label
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import Forbidden


IMPORTS = {"xlsx": import_workbook, "ecomptes": import_ecomptes}
FATES = {
    "created": _("fate_created", default="créé"),
    "updated": _("fate_updated", default="modifié"),
    "unchanged": _("fate_unchanged", default="inchangé"),
    "refused": _("fate_refused", default="refusé"),
}


class Documents(PlanFrame):
    """Everything that can be made of a plan."""

    tab = "documents"
    template = ViewPageTemplateFile("page.pt")
    report: Report | None = None

    def __call__(self) -> str:
        return self.template()

    @property
    def actions(self) -> list[Action]:
        if not self.manages:
            return []
        title = _("button_takeover", default="Reprendre un programme")
        return [Action(title, f"{self.url}/reprise")]

    @property
    def reports(self) -> list[dict]:
        """The reports, in two forms each."""
        url = f"{self.url}/document-faire"
        return [
            {
                "title": label(REPORT_LABELS, kind),
                "actions": [
                    Action(form.upper(), f"{url}?rapport={kind.value}&forme={form}",
                           small=True, icon="file-earmark-text")
                    for form in ("pdf", "odt")
                ],
            }
            for kind in (Kind.DETAILED, Kind.FOLLOW_UP)
        ]  # fmt: skip

    @property
    def files(self) -> list[Action]:
        """What leaves whole, for who keeps the plan."""
        if not self.manages:
            return []
        url = f"{self.url}/document-faire"
        return [
            Action(_("file_xlsx", default="Classeur complet (XLSX)"),
                   f"{url}?fichier=xlsx", icon="file-earmark-text"),
            Action(_("file_ecomptes", default="Fichier eComptes (XML)"),
                   f"{url}?fichier=ecomptes", icon="file-earmark-text"),
        ]  # fmt: skip

    @property
    def bringing(self) -> list[Field]:
        kinds = (
            Option("xlsx", _("import_xlsx", default="Classeur (XLSX)"), True),
            Option("ecomptes", _("import_ecomptes", default="Retour d'eComptes (XML)")),
        )
        return [
            Field("genre", _("import_kind", default="Genre de fichier"), "select",
                  options=kinds, required=True),
            Field("fichier", _("import_file", default="Fichier"), "file",
                  required=True),
        ]  # fmt: skip

    @property
    def answers(self) -> list[Action]:
        return [
            Action(_("import_try", default="Vérifier sans rien écrire"),
                   method="submit", name="essai", value="1", primary=True),
            Action(_("import_do", default="Importer"), method="submit", name="essai",
                   value="0"),
        ]  # fmt: skip

    @property
    def rows(self) -> dict:
        """The fate of each row of what was brought in."""
        heads = (
            _("import_row", default="Ligne"),
            _("import_what", default="Élément"),
            _("import_fate", default="Sort"),
            _("import_why", default="Pourquoi"),
        )
        rows = [
            (
                str(row.number),
                row.key,
                FATES[row.fate.value],
                " ".join(to_sentence(one, self.request) for one in row.reasons),
            )
            for row in self.report.rows
        ]
        return table(_("import_report", default="Ce que dit le fichier"), heads, rows)


class Make(BrowserView):
    """Gives out one file: ``rapport`` and ``forme``, or ``fichier``."""

    def __call__(self) -> bytes:
        asked = {name: str(self.request.form.get(name, "")) for name in _ASKED}
        if asked["fichier"] == "xlsx":
            made = export_workbook(self.context)
        elif asked["fichier"] == "ecomptes":
            made, _warnings = export_ecomptes(self.context)
        else:
            made = make_report(
                self.context,
                asked["rapport"],
                asked["forme"] or "pdf",
                tasks=asked["taches"] == "1",
                evaluation=asked["evaluation"],
            )
        return give_out(self.request.response, made)


_ASKED = ("rapport", "forme", "fichier", "taches", "evaluation")


class Bring(Documents):
    """Takes a file in, or tries it, and shows what became of each row."""

    def __call__(self) -> str:
        if self.request.method != "POST":
            raise Forbidden("POST")
        CheckAuthenticator(self.request)
        form = self.request.form
        bring = IMPORTS.get(str(form.get("genre", "")))
        sent = form.get("fichier")
        data = sent.read() if hasattr(sent, "read") else b""
        if bring is None or not data:
            said = _("import_no_file", default="Choisissez un fichier.")
            api.portal.show_message(said, self.request, type="error")
            return self.template()
        try:
            self.report = bring(self.context, data, str(form.get("essai")) != "0")
        except ImportRefused as refused:
            self.report = refused.report
        if self.report.written:
            said = _("import_done", default="Le fichier est importé.")
            api.portal.show_message(said, self.request)
        return self.template()

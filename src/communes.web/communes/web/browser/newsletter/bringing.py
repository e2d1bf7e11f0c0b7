"""``<newsletter>/abonnes-importer``: a file of people who agreed elsewhere."""

from communes.core.errors.domain import DomainError
from communes.core.errors.rest import sentence_of
from communes.core.importing.domain import Fate
from communes.core.importing.domain import Report
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Notice
from communes.core.parts.domain.values import Problem
from communes.web.api.subscribers import bring_in
from communes.web.browser.newsletter.frame import Keeping
from communes.web.i18n import _
from datetime import date
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import transaction
from typing import Any
from zope.i18n import translate


FATES = {
    Fate.CREATED: _("fate_created", default="à inscrire"),
    Fate.UNCHANGED: _("fate_unchanged", default="passées"),
    Fate.REFUSED: _("fate_refused", default="refusées"),
}
SHOWN = 100


class BringInPage(Keeping):
    """Asks for the proof first; a trial says each line's fate before anything."""

    tab = "abonnes"
    template = ViewPageTemplateFile("templates/bringing.pt")
    report: Report | None = None
    refusal: DomainError | None = None
    answers = (
        Action(_("import_try", default="Essayer sans rien écrire"), method="submit",
               name="essai", value="1", primary=True),
        Action(_("import_do", default="Inscrire ces personnes"), method="submit"),
    )  # fmt: skip

    def __call__(self) -> str:
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            self._take()
            if self.report is not None and self.report.written:
                said = _(
                    "import_done",
                    default="${count} personne(s) inscrite(s).",
                    mapping={"count": self.report.counts.get(Fate.CREATED, 0)},
                )
                api.portal.show_message(said, self.request)
                self.request.response.redirect(f"{self.url}/abonnes")
                return ""
        return super().__call__()

    def _take(self) -> None:
        trial = bool(self._given("essai"))
        try:
            self.report = bring_in(
                self.site, self.context, self._data(), self._given("source"),
                self._day(), trial,
            )  # fmt: skip
        except DomainError as error:
            transaction.doom()
            self.refusal = error
            self.report = getattr(error, "report", None)

    @property
    def problems(self) -> list[Problem]:
        if self.refusal is None:
            return []
        target = f"field-{self.refusal.field}" if self.refusal.field else ""
        return [Problem(sentence_of(self.refusal, self.request), target=target)]

    @property
    def fields(self) -> list[Field]:
        return [
            Field("file", _("import_file", default="Fichier CSV"), "file",
                  required=True, error=self._error("file"),
                  help=_("import_file_help",
                         default="La première ligne nomme les colonnes : « adresse », "
                         "et « themes » si vous en avez.")),
            Field("source", _("import_source", default="Origine de leur accord"),
                  "textarea", self._given("source"), required=True, rows=3,
                  error=self._error("source"),
                  help=_("import_source_help",
                         default="Où et comment ces personnes ont accepté, et où la "
                         "preuve est conservée. La phrase reste avec chacune.")),
            Field("jour", _("import_day", default="Date de leur accord"), "date",
                  self._given("jour"), required=True),
        ]  # fmt: skip

    @property
    def notice(self) -> Notice | None:
        if self.report is None:
            return None
        said = ", ".join(
            f"{self.report.counts.get(fate, 0)} {self._word(fate)}" for fate in FATES
        )
        return Notice(said, "late" if self.report.refused else "ok")

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The lines that do not simply enter, the first hundred."""
        found = [] if self.report is None else self.report.rows
        return [
            {
                "number": one.number + 1,
                "key": one.key,
                "word": self._word(one.fate),
                "why": " ".join(str(reason) for reason in one.reasons),
            }
            for one in found
            if one.fate is not Fate.CREATED
        ][:SHOWN]

    def _word(self, fate: Fate) -> str:
        return translate(FATES[fate], context=self.request)

    def _error(self, name: str) -> str:
        wrong = self.refusal is not None and self.refusal.field == name
        return sentence_of(self.refusal, self.request) if wrong else ""

    def _data(self) -> bytes:
        file = self.request.form.get("file")
        read = getattr(file, "read", None)
        return b"" if read is None else bytes(read(20_000_000))

    def _day(self) -> date | None:
        try:
            return date.fromisoformat(self._given("jour"))
        except ValueError:
            return None

    def _given(self, name: str) -> str:
        found = self.request.form.get(name, "")
        return found if isinstance(found, str) else ""

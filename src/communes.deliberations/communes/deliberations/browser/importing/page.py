"""Import of a meeting: the file, what it would write or what is wrong, then yes."""

from collections.abc import Sequence
from communes.core.errors.i18n import to_sentence
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Notice
from communes.core.parts.domain.values import Tag
from communes.core.shell.acting import Act
from communes.deliberations.api.importing import dry_run
from communes.deliberations.api.importing import import_meeting
from communes.deliberations.browser import words
from communes.deliberations.domain.importing.plan import ImportReport
from communes.deliberations.domain.majority import RESULT_LABELS
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


MOST_BYTES = 20_000_000


class ImportPage(Act):
    """``GET`` asks for the file; ``POST`` shows its report, or writes when told to.

    Nothing is kept between the two: the text travels in the form, and is checked
    again when it is written.
    """

    template = ViewPageTemplateFile("page.pt")
    wants_patterns = False
    page_title = _("import_meeting_title", default="Importer une séance")
    faults_caption = _("import_faults_caption", default="Fautes du fichier")
    items_caption = _("import_items_caption", default="Points de la séance")
    report: ImportReport | None = None
    text = ""
    too_large = False

    def __call__(self) -> str:
        if self.request.method != "POST":
            return self.template()
        return super().__call__()

    def act(self) -> dict:
        """Report on the file, or write what was confirmed."""
        if self.given("confirmer"):
            self.made = import_meeting(api.portal.get(), self.given("texte"))
            return {"message": _("import_done", default="La séance est importée.")}
        self.text = self._uploaded()
        if self.text:
            self.report = dry_run(api.portal.get(), self.text)
        return {}

    def back(self) -> str:
        made = getattr(self, "made", None)
        return made.absolute_url() if made is not None else self.request.URL

    def _done(self, answer: dict) -> str:
        return super()._done(answer) if self.given("confirmer") else self.template()

    @property
    def trail(self) -> Sequence[Crumb]:
        return words.trail()

    @property
    def file_field(self) -> Field:
        missing = self.request.method == "POST" and not self.text
        error = (
            _("import_choose", default="Choisissez un fichier JSON.") if missing else ""
        )
        if self.too_large:
            error = _(
                "import_too_large", default="Ce fichier dépasse 20 Mo : découpez-le."
            )
        return Field(
            "fichier",
            _("import_file", default="Fichier de la séance"),
            "file",
            required=True,
            error=error,
            help=_(
                "import_file_help",
                default="Un fichier JSON ; rien n'est écrit avant votre accord.",
            ),
        )

    @property
    def look(self) -> Action:
        return Action(
            _("import_check", default="Vérifier le fichier"),
            method="submit",
            primary=True,
            name="verifier",
            value="1",
        )

    @property
    def confirm(self) -> Action:
        return Action(
            _("import_confirm", default="Importer la séance"),
            method="submit",
            primary=True,
            name="confirmer",
            value="1",
        )

    @property
    def verdict(self) -> Notice:
        """What the dry run found, in one sentence."""
        faults = len(self.report.faults)
        if self.report.plan is None:
            return Notice(_refused(faults), "late")
        fine = _(
            "import_fine",
            default="Le fichier est complet et cohérent. Voici ce qui sera écrit.",
        )
        return Notice(fine, "ok")

    @property
    def faults(self) -> list[dict]:
        """What is wrong, row by row."""
        return [
            {
                "row": one.row,
                "field": one.field,
                "why": to_sentence(one.reason, self.request),
            }
            for one in self.report.faults
        ]

    @property
    def facts(self) -> list[Fact]:
        """The meeting that would be written."""
        plan = self.report.plan
        present = len(plan.voters)
        return [
            Fact(_("assembly", default="Assemblée"), plan.assembly),
            Fact(
                _("meeting", default="Séance"), words.capital(words.long_date(plan.day))
            ),
            Fact(_("seats", default="Sièges"), str(len(plan.seats))),
            Fact(
                _("import_voters", default="Présents avec droit de vote"), str(present)
            ),
            Fact(_("items", default="Points"), str(len(plan.items))),
            Fact(
                _("import_urgent", default="Points urgents"),
                str(len(plan.urgent_items)),
            ),
        ]

    @property
    def items(self) -> list[dict]:
        """The items that would be written."""
        return [
            {
                "number": one.number,
                "title": one.title,
                "tags": _tags(one),
                "outcome": label(RESULT_LABELS, one.outcome.result)
                if one.outcome
                else "",
            }
            for one in self.report.plan.items
        ]

    def _uploaded(self) -> str:
        """Return the text of the file sent; empty when there is none."""
        given = self.request.form.get("fichier")
        data = given.read(MOST_BYTES + 1) if hasattr(given, "read") else b""
        self.too_large = len(data) > MOST_BYTES
        return "" if self.too_large else data.decode("utf-8", "replace")


def _refused(faults: int) -> str:
    if faults == 1:
        return _(
            "import_fault",
            default="1 faute : rien ne sera écrit. Corrigez le fichier, puis "
            "vérifiez-le à nouveau.",
        )
    return _(
        "import_faults_found",
        default="${count} fautes : rien ne sera écrit. Corrigez le fichier, puis "
        "vérifiez-le à nouveau.",
        mapping={"count": faults},
    )


def _tags(item: object) -> list[Tag]:
    found = [] if item.public else [Tag(_("closed_item", default="Huis clos"), "off")]
    return (
        [*found, Tag(_("urgent", default="Urgent"), "wait")] if item.urgent else found
    )

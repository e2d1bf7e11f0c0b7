"""``<plan>/reprise``: unfinished actions of a former plan, an imio.project.pst."""

from communes.core.errors.domain import DomainError
from communes.core.errors.rest import sentence_of
from communes.core.importing.domain import ImportRefused
from communes.core.importing.domain import Report
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.pst.api.carrying import carry_over
from communes.pst.api.carrying import import_imio
from communes.pst.api.carrying import plans_before
from communes.pst.api.carrying import read_names
from communes.pst.api.carrying import unfinished_actions
from communes.pst.api.plan import plan
from communes.pst.browser import words
from communes.pst.browser.documents.page import Documents
from communes.pst.i18n import _
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import transaction
from zExceptions import Forbidden


class TakingOver(Documents):
    """The two ways in, and what became of each element that was brought."""

    template = ViewPageTemplateFile("page.pt")

    @property
    def trail(self) -> list[Crumb]:
        return [*words.trail(), Crumb(self.context.title, self.url)]

    @property
    def actions(self) -> list[Action]:
        return []

    @property
    def choosing(self) -> list[Field]:
        """The former plan; the page is asked again with the one that was chosen."""
        options = tuple(
            Option(one.getId(), one.title, one.getId() == self.source_id)
            for one in plans_before(self.context)
        )
        title = _("takeover_plan", default="Programme précédent")
        return [Field("plan", title, "select", options=options)] if options else []

    @property
    def source_id(self) -> str:
        """The former plan that was chosen, else the first there is."""
        known = [one.getId() for one in plans_before(self.context)]
        asked = str(self.request.form.get("plan", ""))
        return asked if asked in known else next(iter(known), "")

    @property
    def carrying(self) -> list[Field]:
        """The unfinished actions of that plan, all of them chosen."""
        if not self.source_id:
            return []
        source = plan(api.portal.get(), self.source_id)
        numbers = bool(source.use_reference_numbers)
        options = tuple(
            Option(one.id, words.titled(one, numbers), True)
            for one in unfinished_actions(source)
        )
        title = _("takeover_actions", default="Actions inachevées à reprendre")
        help = _(
            "takeover_actions_help",
            default="Avec leurs objectifs, sous-actions et tâches ; elles redeviennent "
            "« À agender ». Ce qui est déjà repris n'est pas repris deux fois.",
        )
        return [Field("actions", title, "checkboxes", options=options, help=help)]

    @property
    def show(self) -> Action:
        return Action(_("button_show", default="Afficher"), method="submit")

    @property
    def bringing(self) -> list[Field]:
        return [
            Field("export", _("takeover_export", default="Export JSON"), "file",
                  help=_("takeover_export_help",
                         default="L'espace de projets tel que le donne le service REST "
                         "d'imio.project.pst, avec tout ce qu'il contient."),
                  required=True),
            Field("noms", _("takeover_names", default="Noms (TOML)"), "file",
                  help=_("takeover_names_help",
                         default="Tables [services] et [people] : l'identifiant de "
                         "là-bas = celui d'ici. Inutile pour les identifiants "
                         "identiques.")),
        ]  # fmt: skip


class TakeOver(TakingOver):
    """Takes over, or tries it; what is refused is told and nothing is written."""

    def __call__(self) -> str:
        if self.request.method != "POST":
            raise Forbidden("POST")
        CheckAuthenticator(self.request)
        try:
            self.report = self._taken(str(self.request.form.get("essai")) != "0")
        except ImportRefused as refused:
            self.report = refused.report
        except DomainError as error:
            transaction.doom()
            said = sentence_of(error, self.request)
            api.portal.show_message(said, self.request, type="error")
            return self.template()
        if self.report.written:
            said = _("takeover_done", default="La reprise est faite.")
            api.portal.show_message(said, self.request)
        return self.template()

    def _taken(self, dry_run: bool) -> Report:
        form = self.request.form
        if "export" in form:
            names = read_names(_sent(form.get("noms")))
            return import_imio(self.context, _sent(form["export"]), names, dry_run)
        given = form.get("actions", [])
        chosen = given if isinstance(given, list) else [given]
        source = plan(api.portal.get(), str(form.get("plan", "")))
        return carry_over(self.context, source, map(str, chosen), dry_run)


def _sent(file: object) -> bytes:
    return file.read() if hasattr(file, "read") else b""

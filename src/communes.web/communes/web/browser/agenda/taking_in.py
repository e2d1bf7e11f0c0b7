"""``<branch>/importer``: a calendar or a feed of somebody else, looked at first."""

from communes.core.importing.domain import Fate
from communes.core.importing.domain import Report
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Notice
from communes.web.api import taking_in as door
from communes.web.api.agenda import may_add
from communes.web.browser.filling.page import FillingPage
from communes.web.browser.pages.below import OnContentPage
from communes.web.domain.taken import CalendarSilent
from communes.web.domain.taken import MOST_BYTES
from communes.web.i18n import _
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


FATES = {
    Fate.CREATED: _("taking_in_created", default="À créer"),
    Fate.UPDATED: _("taking_in_updated", default="À changer"),
    Fate.UNCHANGED: _("taking_in_unchanged", default="Déjà là"),
    Fate.REFUSED: _("taking_in_refused", default="Refusé"),
}
DONE = {
    Fate.CREATED: _("taking_in_was_created", default="Créé"),
    Fate.UPDATED: _("taking_in_was_updated", default="Changé"),
    Fate.UNCHANGED: _("taking_in_unchanged", default="Déjà là"),
    Fate.REFUSED: _("taking_in_refused", default="Refusé"),
}


class TakingInPage(OnContentPage, FillingPage):
    """Reads a file at once; an address is asked by the worker."""

    template = ViewPageTemplateFile("templates/taking_in.pt")
    page_title = _("taking_in_title", default="Importer")
    look = Action(_("taking_in_look", default="Vérifier sans rien écrire"),
                  method="submit", name="verifier", value="1")  # fmt: skip
    take = Action(_("taking_in_take", default="Importer"), method="submit",
                  name="importer", value="1", primary=True)  # fmt: skip
    report: Report | None = None

    @property
    def is_agenda(self) -> bool:
        return may_add(self.context)

    @property
    def fields(self) -> list[Field]:
        if self.is_agenda:
            file = _("taking_in_ics", default="Fichier iCalendar (.ics)")
        else:
            file = _("taking_in_rss", default="Fichier RSS ou Atom (.xml)")
        weight = _("taking_in_weight", default="${most} Mo au plus.",
                   mapping={"most": MOST_BYTES // 1_000_000})  # fmt: skip
        return [
            Field("fichier", file, "file", help=weight),
            Field("adresse", _("taking_in_url", default="Ou son adresse"),
                  value=self._given("adresse"),
                  help=_("taking_in_url_help",
                         default="Elle est lue dans les minutes qui suivent ; le "
                         "résultat s'affiche ici.")),
            Field("publier", _("taking_in_publish",
                               default="Publier aussitôt ce qui est nouveau"),
                  "checkbox", self._given("publier")),
        ]  # fmt: skip

    def start(self) -> dict[str, Any]:
        """Return nothing: the page has fields of its own."""
        return {}

    def groups(self, values: Any) -> list[Any]:
        """Return nothing: the page has fields of its own."""
        return []

    def keep(self, values: dict[str, Any]) -> str:
        """Look at a file or take it in; have an address asked."""
        dry_run, publish = bool(self._given("verifier")), bool(self._given("publier"))
        file = self.form.get("fichier")
        if getattr(file, "filename", ""):
            data = file.read(MOST_BYTES + 1)
            self.report = door.take_file(
                self.context, data, dry_run=dry_run, publish=publish
            )
            return ""
        url = self._given("adresse")
        if not url:
            problem = _("taking_in_nothing", default="choisissez un fichier")
            raise CalendarSilent(field="adresse", url="…", problem=problem)
        door.take_address(self.context, url, dry_run=dry_run, publish=publish)
        self.saved(_("taking_in_asked", default="L'adresse sera lue dans les minutes "
                     "qui suivent. Revenez ici pour le résultat."))  # fmt: skip
        return self.url

    @cached_property
    def last(self) -> dict[str, Any] | None:
        """How the last one went."""
        return door.last_taken(self.context)

    @property
    def last_notice(self) -> Notice | None:
        """What is to be known of it: under way, or why it failed."""
        if self.last is None:
            return None
        if self.last["problem"]:
            return Notice(self.last["problem"], "late")
        if self.last["report"] is None:
            words = _(
                "taking_in_under_way", default="La lecture de l'adresse est en cours."
            )
            return Notice(words, "wait")
        return None

    @property
    def shown(self) -> dict[str, Any] | None:
        """The report to show: of the file just sent, or the last one."""
        if self.report is not None:
            return self.report.as_dict()
        return self.last["report"] if self.last else None

    @property
    def counts(self) -> list[Fact]:
        told = self.shown
        if told is None:
            return []
        words = FATES if told["dry_run"] else DONE
        return [
            Fact(words[Fate(name)], str(count))
            for name, count in told["counts"].items()
        ]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """What is refused, and why."""
        told = self.shown or {"rows": []}
        return [
            {"number": one["number"], "key": one["key"],
             "why": " ".join(why["message"] for why in one["reasons"])}
            for one in told["rows"]
            if one["fate"] == Fate.REFUSED
        ]  # fmt: skip

    def _given(self, name: str) -> str:
        found = self.form.get(name, "")
        return found.strip()[:1000] if isinstance(found, str) else ""

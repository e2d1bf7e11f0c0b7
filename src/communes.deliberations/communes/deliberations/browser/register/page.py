"""The register of deliberations or of minutes: found by year and number, verified."""

from communes.core.hardening.giving import give_out
from communes.core.parts.domain.paging import links_around
from communes.core.parts.domain.reading import whole
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Notice
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import PageLink
from communes.core.parts.domain.values import Tab
from communes.core.parts.domain.writing import short_date
from communes.deliberations.api import reading
from communes.deliberations.api import register as door
from communes.deliberations.browser import words
from communes.deliberations.browser.assembly_page import AssemblyPage
from communes.deliberations.i18n import _
from communes.deliberations.permissions import MANAGE_MEETING
from datetime import date
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode


KINDS = {
    "deliberations": _("register_deliberations", default="Délibérations"),
    "minutes": _("register_minutes", default="Procès-verbaux"),
}


class RegisterPage(AssemblyPage):
    """``<assembly>/registre?registre=minutes&annee=2026&numero=12``."""

    template = ViewPageTemplateFile("page.pt")
    tabs_label = _("registers", default="Registres")
    caption = _("register_caption", default="Inscriptions au registre")
    empty_title = _("register_none", default="Aucune inscription.")
    empty_text = _(
        "register_none_text",
        default="Les actes s'inscrivent ici d'eux-mêmes : les délibérations à la "
        "clôture de la séance, les procès-verbaux à leur signature.",
    )
    find = Action(_("button_find", default="Chercher"), method="submit", small=True)

    @property
    def page_title(self) -> str:
        title = {"assembly": self.context.title}
        return _("register_of", default="Registre – ${assembly}", mapping=title)

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/registre"

    @cached_property
    def kind(self) -> str:
        asked = self.request.form.get("registre")
        return asked if asked in KINDS else "deliberations"

    @cached_property
    def page(self) -> door.RegisterPage:
        return door.register_page(
            self.context,
            self.kind,
            year=self._number("annee"),
            number=self._number("numero"),
            page=self._number("page") or 1,
        )

    def _number(self, name: str) -> int | None:
        return whole(self.request.form.get(name), None)

    @property
    def tabs(self) -> list[Tab]:
        return [
            Tab(title, f"{self.url}?registre={kind}", kind == self.kind)
            for kind, title in KINDS.items()
        ]

    @property
    def actions(self) -> list[Action]:
        """Verifying, for who keeps the meetings."""
        if not reading.may_do(MANAGE_MEETING, self.context):
            return []
        title = _("register_verify", default="Vérifier le registre")
        verify = Action(title, f"{self.url}?registre={self.kind}&verifier=1")
        title = _("letters", default="Modèle de la lettre de notification")
        url = f"{self.context.absolute_url()}/modeles-de-lettre"
        return [Action(title, url), verify]

    @property
    def verdict(self) -> Notice | None:
        """What verifying found, when it was asked."""
        if self.request.form.get("verifier") != "1" or not self.actions:
            return None
        told = door.verify_register(self.context, self.kind)
        mapping = {"entries": told.entries, "notes": told.notes}
        if told.holds:
            said = _(
                "register_holds",
                default="Le registre est intact : ${entries} inscriptions, ${notes} "
                "mentions marginales, numéros, chaînage et fichiers vérifiés.",
                mapping=mapping,
            )
            return Notice(said, "ok")
        faults = " ; ".join(str(one) for one in told.faults[:5])
        said = _(
            "register_broken",
            default="Le registre n'est pas intact : ${faults}.",
            mapping={"faults": faults},
        )
        return Notice(said, "late")

    @property
    def fields(self) -> list[Field]:
        """Year and number."""
        year = self._number("annee")
        every = Option("", _("register_every_year", default="Toutes"))
        years = (Option(str(one), str(one), one == year) for one in self.page.years)
        number = self._number("numero")
        return [
            Field("annee", _("register_year", default="Année"), "select",
                  options=(every, *years)),
            Field("numero", _("register_number_field", default="Numéro"), "number",
                  "" if number is None else str(number)),
        ]  # fmt: skip

    @property
    def rows(self) -> list[dict]:
        """The entries as one person may see them."""
        return [self._row(one) for one in self.page.rows]

    def _row(self, row: door.RegisterRow) -> dict:
        one = row.entry
        today = date.today()
        link = f"{self.context.absolute_url()}/registre-fichier"
        query = urlencode({"registre": one.kind, "place": one.position})
        files = []
        if row.readable:
            files.append(Action("PDF/A", f"{link}?{query}", small=True))
        if row.readable and one.signed_sha256:
            title = _("register_signed", default="Signé")
            files.append(
                Action(title, f"{link}?{query}&fichier={one.signed_sha256}", small=True)
            )
        notes = door.notes_of(self.context, one.kind, one.position)
        return {
            "number": one.shown,
            "title": one.title,
            "sub": words.joined((one.reference, *(note.text for note in notes)),
                                self.request),
            "day": short_date(one.meeting_day, today),
            "seal": one.sha256[:12],
            "files": files,
        }  # fmt: skip

    @property
    def page_words(self) -> str:
        mapping = {"count": self.page.total}
        return _("register_count", default="${count} inscriptions", mapping=mapping)

    @property
    def page_links(self) -> list[PageLink]:
        """The pages around this one."""
        kept = {"registre": self.kind}
        for name in ("annee", "numero"):
            if self._number(name) is not None:
                kept[name] = str(self._number(name))
        return links_around(
            self.page.page,
            self.page.pages,
            lambda one: f"{self.url}?{urlencode({**kept, 'page': one})}",
        )


class RegisterFile(BrowserView):
    """Gives out a file of an entry."""

    def __call__(self) -> bytes:
        asked = self.request.form
        made = door.register_file(
            self.context,
            str(asked.get("registre", "")),
            whole(asked.get("place"), 0),
            str(asked.get("fichier", "")),
        )
        return give_out(self.request.response, made)

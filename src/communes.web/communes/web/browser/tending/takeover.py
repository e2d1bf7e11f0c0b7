"""``reprise``: another site is tried, taken over and told line by line."""

from communes.core.access.catalog import visible
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Chip
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import PageLink
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import counted
from communes.core.shell.acting import Act
from communes.web.browser.tending.frame import SIZE
from communes.web.browser.tending.frame import Tending
from communes.web.domain.taking_over.takeover import RowFate
from communes.web.domain.taking_over.takeover import Takeover
from communes.web.domain.taking_over.takeover import TakeoverState
from communes.web.i18n import _
from communes.web.taking_over import api as door
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


STATES = {
    TakeoverState.READING: Tag(_("takeover_reading", default="Lecture en cours")),
    TakeoverState.READY: Tag(_("takeover_ready", default="Lue, rien n'est écrit"),
                             "wait"),
    TakeoverState.WRITING: Tag(_("takeover_writing", default="Écriture en cours")),
    TakeoverState.LINKING: Tag(_("takeover_linking", default="Liens en cours")),
    TakeoverState.DONE: Tag(_("takeover_done", default="Reprise"), "ok"),
    TakeoverState.FAILED: Tag(_("takeover_failed", default="Arrêtée"), "late"),
}  # fmt: skip
FATES = {
    RowFate.CREATED: (_("takeover_created", default="Repris"), "ok"),
    RowFate.UPDATED: (_("takeover_updated", default="Mis à jour"), "ok"),
    RowFate.UNCHANGED: (_("takeover_unchanged", default="Déjà ici"), "off"),
    RowFate.PARTLY: (_("takeover_partly", default="En partie"), "wait"),
    RowFate.REFUSED: (_("takeover_refused", default="Sans équivalent"), "late"),
}


class TakeoversPage(Tending):
    """The form that begins one, those there were, and the report of one."""

    template = ViewPageTemplateFile("templates/takeover.pt")
    name = "reprise"
    page_title = _("takeover_title", default="Reprendre un autre site")
    identity = _(
        "takeover_identity",
        default="Le site est d'abord lu : vous voyez ce que devient chaque page, puis "
        "vous décidez.",
    )
    caption = _("takeover_rows", default="Ce que devient chaque contenu")
    known_caption = _("takeover_known", default="Reprises")
    press = Action(_("takeover_begin", default="Lire le site"), method="submit",
                   primary=True)  # fmt: skip

    @cached_property
    def report(self) -> door.TakeoverReport | None:
        """The one that was asked for, None on the page of all."""
        id = self.given("id")
        if not id:
            return None
        return door.report(self.site, id, self.fate, self.start, SIZE)

    @property
    def fate(self) -> str:
        asked = self.given("sort")
        return asked if asked in {one.value for one in RowFate} else ""

    @property
    def fields(self) -> list[Field]:
        folders = visible(portal_type="communes.web.Folder", sort_on="sortable_title")
        places = (
            Option("", _("takeover_whole", default="La racine du site")),
            *(Option(brain.UID, brain.Title) for brain in folders),
        )
        return [
            Field("base", _("takeover_base", default="Adresse du site Plone"),
                  required=True, placeholder="https://www.ma-commune.be",
                  help=_("takeover_base_help",
                         default="Ou d'une de ses branches. Il est lu par son service "
                         "REST, comme un visiteur.")),
            Field("place", _("takeover_place", default="Où le mettre"), "select",
                  options=places),
            Field("token", _("takeover_token", default="Clé d'accès (JWT)"),
                  "password", autocomplete="off",
                  help=_("takeover_token_help",
                         default="Elle donne aussi ce qui n'est pas public, et les "
                         "anciennes redirections. Elle est oubliée à la fin.")),
        ]  # fmt: skip

    @property
    def known(self) -> list[dict[str, Any]]:
        return [
            {
                "base": one.base,
                "url": self.address(id=one.id, sort="", page=""),
                "tag": STATES[one.state],
                "when": one.asked_at[:10],
            }
            for one in door.takeovers(self.site)
        ]

    @property
    def tag(self) -> Tag:
        return STATES[self.takeover.state]

    @property
    def takeover(self) -> Takeover:
        return self.report.takeover

    @property
    def facts(self) -> list[Fact]:
        return [
            Fact(_("takeover_fact_base", default="Site repris"), self.takeover.base),
            Fact(_("takeover_fact_read", default="Contenus lus"),
                 str(self.takeover.read)),
            Fact(_("takeover_fact_done", default="Contenus traités"),
                 str(self.takeover.done)),
        ]  # fmt: skip

    @property
    def actions(self) -> list[Action]:
        """What may be done with the one that is shown."""
        state, found = self.takeover.state, list[Action]()
        if self.takeover.at_work:
            again = _("takeover_refresh", default="Actualiser")
            found.append(Action(again, self.address(), primary=True))
        if state is TakeoverState.READY:
            write = _("takeover_write", default="Reprendre ces contenus")
            found.append(self._act("ecrire", write, primary=True))
        if state is TakeoverState.FAILED:
            resume = _("takeover_resume", default="Continuer où elle en était")
            found.append(self._act("continuer", resume, primary=True))
        sure = _(
            "takeover_forget_sure",
            default="Oublier cette reprise et son rapport ? Ce qui est repris reste.",
        )
        forget = _("takeover_forget", default="Oublier")
        found.append(self._act("oublier", forget, confirm=sure))
        return found

    @property
    def filters(self) -> list[Chip]:
        words = {one.value: word for one, (word, _kind) in FATES.items()}
        return self.chips("sort", words, lambda one: self.report.counts.get(one, 0))

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [
            {
                "path": one.path,
                "title": one.title or one.path,
                "kind": one.kind,
                "tag": Tag(*FATES[one.fate]),
                "reasons": one.reasons,
                "url": f"{self.site_url}/resolveuid/{one.uid}" if one.uid else "",
            }
            for one in self.report.rows
        ]

    @property
    def page_links(self) -> list[PageLink]:
        return self.pages(self.report.total)

    @property
    def page_words(self) -> str:
        return counted(self.report.total, "contenu")

    def _act(self, name: str, title: str, **more: Any) -> Action:
        values = {"id": self.takeover.id}
        url = f"{self.site_url}/reprise-{name}"
        return Action(title, url, method="post", values=values, **more)


class _OnOne(Act):
    def back(self) -> str:
        id = self.given("id")
        url = f"{self.context.absolute_url()}/reprise"
        return f"{url}?id={id}" if id.isalnum() else url


class Begin(_OnOne):
    """Has the other site read."""

    begun = ""

    def act(self) -> dict[str, Any]:
        one = door.begin(
            self.context, self.given("base"), self.given("place"), self.given("token")
        )
        self.begun = one.id
        said = _("takeover_begun", default="La lecture commence ; rien n'est écrit.")
        return {"message": said}

    def back(self) -> str:
        url = f"{self.context.absolute_url()}/reprise"
        return f"{url}?id={self.begun}" if self.begun else url


class Write(_OnOne):
    """Has what was read written."""

    def act(self) -> dict[str, Any]:
        door.write(self.context, self.given("id"))
        said = _(
            "takeover_goes",
            default="La reprise commence. Vous pouvez quitter cette page.",
        )
        return {"message": said}


class Resume(_OnOne):
    """Has one that something stopped go on."""

    def act(self) -> dict[str, Any]:
        door.resume(self.context, self.given("id"))
        return {"message": _("takeover_resumed", default="La reprise continue.")}


class Forget(Act):
    """Forgets one, stopping it if need be."""

    def act(self) -> dict[str, Any]:
        door.forget(self.context, self.given("id"))
        return {"message": _("takeover_forgotten", default="La reprise est oubliée.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/reprise"

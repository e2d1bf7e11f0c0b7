"""``<assembly>/reprise``: bring an export, see what it would write, have it written."""

from communes.core.organisation.api import services
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Notice
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Tag
from communes.core.shell.acting import Act
from communes.deliberations.api import takeover as door
from communes.deliberations.browser import words
from communes.deliberations.browser.assembly_page import AssemblyPage
from communes.deliberations.domain.plonemeeting.takeover import STATE_LABELS
from communes.deliberations.domain.plonemeeting.takeover import TakeoverState
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from dataclasses import replace
from functools import cached_property
from io import BytesIO
import json
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


STATE_KINDS = {
    TakeoverState.READY: "wait",
    TakeoverState.DONE: "ok",
    TakeoverState.FAILED: "late",
}
FATES = {
    "created": _("takeover_created", default="À écrire"),
    "unchanged": _("takeover_unchanged", default="Déjà ici"),
    "refused": _("takeover_refused", default="Refusés"),
}
WRITTEN = _("takeover_written", default="Écrits")


class TakeoverPage(AssemblyPage):
    """The last export brought, how far it is, what is refused of it; the earlier ones.

    The page asks by itself how far the worker is; without script one asks again.
    """

    template = ViewPageTemplateFile("page.pt")
    page_title = _("takeover_title", default="Reprendre un PloneMeeting")
    refused_caption = _("takeover_refused_caption", default="Objets refusés")
    earlier_caption = _("takeover_earlier", default="Reprises précédentes")
    bring = Action(
        _("takeover_check", default="Vérifier l'export"), primary=True, method="submit"
    )
    fetch = Action(
        _("takeover_fetch", default="Lire et vérifier la source"),
        primary=True,
        method="submit",
    )

    @cached_property
    def found(self) -> list[door.TakeoverView]:
        return door.takeovers(self.context)

    @property
    def last(self) -> dict | None:
        """The last one, as the page tells it."""
        return self._told(self.found[0]) if self.found else None

    @property
    def earlier(self) -> list[dict]:
        return [self._told(one) for one in self.found[1:]]

    @property
    def version(self) -> str:
        """What changes when the last one moves on."""
        return version(self.found)

    @property
    def service_field(self) -> Field:
        none = Option("", _("takeover_no_service", default="Aucun : les refuser"))
        known = (Option(one.id, one.title) for one in services(api.portal.get()))
        return Field(
            "service",
            _("takeover_service", default="Service qui reprend les points d'un autre"),
            "select",
            options=(none, *known),
            required=True,
            help=_(
                "takeover_service_help",
                default="Un service est reconnu à son nom ; celui-ci prend les points "
                "des services qui n'existent pas ici.",
            ),
        )

    @property
    def file_field(self) -> Field:
        return Field(
            "fichier",
            _("takeover_file", default="Export (zip)"),
            "file",
            required=True,
            help=_(
                "takeover_file_help",
                default="Les réponses meetings*.json, items*.json et advices*.json, et "
                "le dossier annexes. Rien n'est écrit avant votre accord.",
            ),
        )

    @property
    def source_fields(self) -> list[Field]:
        """What to read elsewhere; none where the operator named no source."""
        names = door.source_names()
        if not names:
            return []
        options = tuple(Option(one, one) for one in names)
        return [
            Field(
                "source",
                _("takeover_source", default="Source"),
                "select",
                options=options,
                required=True,
            ),
            Field(
                "configuration",
                _("takeover_config", default="Configuration là-bas"),
                help=_(
                    "takeover_config_help",
                    default="Par exemple meeting-config-council ; vide : toutes.",
                ),
            ),
            replace(self.service_field, name="service-source"),
        ]

    def _told(self, view: door.TakeoverView) -> dict:
        one = view.takeover
        state = STATE_LABELS[one.state]
        return {
            "id": one.id,
            "origin": one.origin,
            "tag": Tag(
                label(STATE_LABELS, one.state), STATE_KINDS.get(one.state, "info")
            ),
            "facts": self._facts(one, view.by),
            "refused": one.refused,
            "at_work": one.at_work,
            "state": state,
            "done": view.done,
            "total": view.total,
            "notice": self._notice(view),
            "write": self._write(one),
            "forget": self._forget(one),
        }

    def _facts(self, one: door.Takeover, by: str) -> list[Fact]:
        written = one.state is TakeoverState.DONE
        names = {**FATES, "created": WRITTEN} if written else FATES
        found = [
            Fact(
                _("takeover_brought", default="Apporté"),
                words.joined((words.day_and_hour(one.asked_on), by), self.request),
            )
        ]
        counted = (
            Fact(names.get(fate, fate), str(count)) for fate, count in one.counts
        )
        return [*found, *counted]

    def _notice(self, view: door.TakeoverView) -> Notice | None:
        one = view.takeover
        if one.problem:
            return Notice(one.problem, "late")
        if view.trouble:
            told = {"why": view.trouble[:300]}
            said = _(
                "takeover_trouble",
                default="Le travail s'est arrêté et sera repris : ${why}",
                mapping=told,
            )
            return Notice(said, "wait")
        return None

    def _write(self, one: door.Takeover) -> Action | None:
        if not one.may_be_written:
            return None
        again = one.state is TakeoverState.DONE
        title = (
            _("takeover_again", default="Écrire ce qui manque encore")
            if again
            else _("takeover_write", default="Écrire dans l'assemblée")
        )
        return Action(
            title,
            f"{self.url}/reprise-ecrire",
            primary=not again,
            method="post",
            values={"reprise": one.id},
        )

    def _forget(self, one: door.Takeover) -> Action | None:
        if one.at_work:
            return None
        return Action(
            _("takeover_forget", default="Oublier cet export"),
            f"{self.url}/reprise-oublier",
            method="post",
            small=True,
            values={"reprise": one.id},
            confirm=_(
                "takeover_forget_confirm",
                default="Oublier cet export ? Ce qui en a été écrit reste.",
            ),
        )


class TakeoverStanding(BrowserView):
    """How far the last one is, for the page that waits: 304 while nothing moved."""

    def __call__(self) -> str:
        now = version(door.takeovers(self.context))
        response = self.request.response
        response.setHeader("ETag", f'"{now}"')
        response.setHeader("Cache-Control", "private, no-cache")
        if self.request.getHeader("If-None-Match") == f'"{now}"':
            response.setStatus(304)
            return ""
        response.setHeader("Content-Type", "application/json")
        return json.dumps({"version": now})


class TakeoverAct(Act):
    """Comes back to the page."""

    def back(self) -> str:
        return f"{self.context.absolute_url()}/reprise"


class Bring(TakeoverAct):
    """Keeps an export and has it checked, or has a source read."""

    def act(self) -> dict:
        if self.given("source"):
            config = self.given("configuration").strip()
            service = self.given("service-source")
            door.bring_from(self.context, self.given("source"), config, service)
        else:
            given = self.request.form.get("fichier")
            name = getattr(given, "filename", "") or ""
            file = given if hasattr(given, "read") else BytesIO()
            door.bring_export(self.context, file, name, self.given("service"))
        said = _(
            "takeover_brought_done",
            default="L'export est gardé ; sa vérification commence. Vous pouvez "
            "quitter cette page.",
        )
        return {"message": said}


class Write(TakeoverAct):
    """Has it written."""

    def act(self) -> dict:
        door.write_takeover(self.context, self.given("reprise"))
        said = _(
            "takeover_writing",
            default="L'écriture commence. Vous pouvez quitter cette page.",
        )
        return {"message": said}


class Forget(TakeoverAct):
    """Forgets an export."""

    def act(self) -> dict:
        door.forget_takeover(self.context, self.given("reprise"))
        return {"message": _("takeover_forgotten", default="L'export est oublié.")}


def version(found: list[door.TakeoverView]) -> str:
    """Return what tells one standing of the last taking over from the next."""
    if not found:
        return "0"
    one = found[0]
    trouble = "t" if one.trouble else ""
    return f"{one.takeover.id}-{one.takeover.state.value}-{one.done}{trouble}"

"""``partages``: what others share here, shown or hidden; what is given to them."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Tag
from communes.core.shell.acting import Act
from communes.web.api.contents import by_uid
from communes.web.browser.tending.frame import Tending
from communes.web.federation import api as door
from communes.web.i18n import _
from communes.web.permissions import PUBLISH
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


NAMES = {
    "event": _("shared_event", default="Événement"),
    "news": _("shared_news", default="Actualité"),
    "entry": _("shared_entry", default="Fiche"),
}


class SharingPage(Tending):
    """By commune; each line with what may be done with it."""

    template = ViewPageTemplateFile("templates/sharing.pt")
    name = "partages"
    page_title = _("sharing", default="Partages entre communes")
    identity = _(
        "sharing_identity",
        default="Ce que d'autres communes publient et partagent avec vous. Elles "
        "seules le modifient ; vous choisissez de le montrer.",
    )
    caption = _("sharing_arrived", default="Reçu d'autres communes")
    empty_title = _("sharing_none", default="Rien n'est partagé avec vous.")
    empty_text = _(
        "sharing_none_text",
        default="Les événements, actualités et fiches d'autres communes apparaîtront "
        "ici.",
    )

    @property
    def partners(self) -> str:
        """Who gets what is shared, in one sentence."""
        names = door.partners(self.site)
        if not names:
            return _(
                "sharing_nobody",
                default="Aucune commune ne reçoit encore ce que vous partagez.",
            )
        return _(
            "sharing_partners",
            default="Ce que vous partagez est reçu par : ${names}.",
            mapping={"names": ", ".join(names)},
        )

    @cached_property
    def agendas(self) -> tuple[Option, ...]:
        rows = door.agendas_for(self.site)
        return tuple(Option(brain.UID, brain.Title) for brain in rows)

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [self._row(one) for one in door.arrived(self.site)]

    def _row(self, one: door.Arrived) -> dict[str, Any]:
        shown = one.state == "published"
        words = (
            Tag(_("shared_shown", default="Montré"), "ok")
            if shown
            else Tag(_("shared_hidden", default="Masqué"), "off")
        )
        bring = one.name == "event" and self.agendas
        return {
            "one": one,
            "kind": NAMES[one.name],
            "tag": words,
            "switch": self._switch(one, shown),
            "bring": self._field(one) if bring else None,
        }

    @property
    def press(self) -> Action:
        return Action(_("shared_bring", default="Amener"), method="submit", small=True)

    def _field(self, one: door.Arrived) -> Field:
        label = _(
            "shared_bring_where",
            default="Amener « ${title} » dans mon agenda",
            mapping={"title": one.title},
        )
        return Field(f"agenda-{one.uid}", label, "select", options=self.agendas)

    def _switch(self, one: door.Arrived, shown: bool) -> Action:
        title = (
            _("shared_hide", default="Masquer")
            if shown
            else _("shared_show", default="Montrer")
        )
        values = {"uid": one.uid, "montrer": "" if shown else "1"}
        url = f"{self.site_url}/partage-montrer"
        return Action(title, url, method="post", values=values, small=True)


class _Back(Act):
    def back(self) -> str:
        return f"{api.portal.get().absolute_url()}/partages"


class Switch(_Back):
    """Shows or hides here what another commune shares."""

    def act(self) -> dict[str, Any]:
        obj = by_uid(self.given("uid"))
        shown = self.given("montrer") == "1"
        door.show_here(self.context, obj, shown)
        said = (
            _("shared_now_shown", default="« ${title} » est montré sur votre site.",
              mapping={"title": obj.title})
            if shown
            else _("shared_now_hidden", default="« ${title} » est masqué.",
                   mapping={"title": obj.title})
        )  # fmt: skip
        return {"message": said}


class Bring(_Back):
    """« Amener dans mon agenda »."""

    def act(self) -> dict[str, Any]:
        uid = self.given("uid")
        event, agenda = by_uid(uid), by_uid(self.given(f"agenda-{uid}"))
        title, where = event.title, agenda.title
        door.bring(event, agenda)
        said = _(
            "shared_brought",
            default="« ${title} » est maintenant dans « ${agenda} ».",
            mapping={"title": title, "agenda": where},
        )
        return {"message": said}


class Share(Act):
    """Gives a content, or all a place holds, to other communes; or takes it back."""

    def act(self) -> dict[str, Any]:
        wanted = self.given("partager") == "1"
        door.share(self.context, wanted)
        mapping = {"title": self.context.title}
        if wanted:
            said = _(
                "share_on",
                default="« ${title} » est partagé : les autres communes reçoivent ce "
                "qui est publié.",
                mapping=mapping,
            )
        else:
            said = _(
                "share_off",
                default="« ${title} » n'est plus partagé.",
                mapping=mapping,
            )
        return {"message": said}


class ProvenanceLine(BrowserView):
    """``@@web-provenance``: below the title of a content, whose it is; and sharing.

    ``render`` is empty for what was written here, for citizens.
    """

    template = ViewPageTemplateFile("templates/provenance.pt")

    @property
    def found(self) -> door.Provenance | None:
        return door.provenance(self.context)

    @property
    def share(self) -> Action | None:
        """The button of who may share, where somebody would get it."""
        may = api.user.has_permission(PUBLISH, obj=self.context)
        if not may or self.found or not door.partners(api.portal.get()):
            return None
        shared = door.shares(self.context)
        title = (
            _("share_stop", default="Ne plus partager")
            if shared
            else _("share_start", default="Partager avec d'autres communes")
        )
        values = {"partager": "" if shared else "1"}
        url = f"{self.context.absolute_url()}/partager"
        return Action(title, url, method="post", values=values, small=True)

    def render(self) -> str:
        """Return the line, empty when there is nothing to say."""
        return str(self.template()) if self.found or self.share else ""

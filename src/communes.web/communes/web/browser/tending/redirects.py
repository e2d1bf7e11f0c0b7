"""``redirections``: old addresses, where they lead, one more, one less."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import PageLink
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import counted
from communes.core.shell.acting import Act
from communes.web.browser.tending.frame import SIZE
from communes.web.browser.tending.frame import Tending
from communes.web.i18n import _
from communes.web.redirects.api import add
from communes.web.redirects.api import Redirects
from communes.web.redirects.api import redirects
from communes.web.redirects.api import remove
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class RedirectsPage(Tending):
    """Fifty a page, found by a part of an address."""

    template = ViewPageTemplateFile("templates/redirects.pt")
    name = "redirections"
    page_title = _("redirects", default="Redirections")
    identity = _(
        "redirects_identity",
        default="Une page déplacée ou renommée garde son ancienne adresse : elle "
        "s'ajoute ici d'elle-même.",
    )
    caption = page_title
    find = Action(_("find", default="Chercher"), method="submit")
    press = Action(_("redirect_add", default="Ajouter"), method="submit", primary=True)
    empty_title = _("redirects_none", default="Aucune redirection.")
    empty_text = _(
        "redirects_none_text",
        default="Les anciennes adresses qui mènent quelque part s'affichent ici.",
    )

    @cached_property
    def found(self) -> Redirects:
        return redirects(self.site, self.words, self.start, SIZE)

    @property
    def words(self) -> str:
        return self.given("q")

    @property
    def looked_for(self) -> Field:
        """What is looked for."""
        label = _("redirect_find", default="Une partie de l'adresse")
        return Field("q", label, "search", self.words)

    @property
    def fields(self) -> list[Field]:
        return [
            Field("path", _("redirect_old", default="Ancienne adresse"), required=True,
                  placeholder="/travaux/rue-haute"),
            Field("target", _("redirect_new", default="Mène à"), required=True,
                  help=_("redirect_new_help", default="L'adresse d'une page du site.")),
        ]  # fmt: skip

    @property
    def page_links(self) -> list[PageLink]:
        return self.pages(self.found.total)

    @property
    def page_words(self) -> str:
        return counted(self.found.total, "redirection")

    @property
    def rows(self) -> list[dict[str, Any]]:
        by_hand = Tag(_("redirect_manual", default="À la main"), "info")
        moved = Tag(_("redirect_moved", default="Déplacement"), "off")
        return [
            {
                "path": one.path,
                "target": one.target,
                "url": f"{self.site_url}{one.target}",
                "tag": by_hand if one.manual else moved,
                "action": Action(
                    _("redirect_remove", default="Retirer"),
                    f"{self.site_url}/redirection-retirer", method="post", small=True,
                    values={"path": one.path},
                ),
            }
            for one in self.found.rows
        ]  # fmt: skip


class _Back(Act):
    def back(self) -> str:
        return f"{self.context.absolute_url()}/redirections"


class AddRedirect(_Back):
    """Has an old address lead to a page."""

    def act(self) -> dict[str, Any]:
        made = add(self.context, self.given("path"), self.given("target"))
        said = _(
            "redirect_added",
            default="${path} mène maintenant à ${target}.",
            mapping={"path": made.path, "target": made.target},
        )
        return {"message": said}


class RemoveRedirect(_Back):
    """Has an old address lead nowhere."""

    def act(self) -> dict[str, Any]:
        remove(self.context, self.given("path"))
        return {"message": _("redirect_removed", default="La redirection est retirée.")}

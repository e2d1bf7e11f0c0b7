"""``<branch>/gerer``: what a branch holds in its order, who keeps it, and its end."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Tag
from communes.core.shell.acting import Act
from communes.core.web.posting import save_button
from communes.web.api import branches
from communes.web.api.contents import by_uid
from communes.web.api.contents import delete
from communes.web.api.contents import place_at
from communes.web.browser.pages.below import OnContentPage
from communes.web.domain.states import STATE_LABELS
from communes.web.domain.states import WebState
from communes.web.i18n import _
from communes.web.permissions import MANAGE_SITE
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class Managing(OnContentPage):
    """Order, local managers and deletion, away from what is done every day."""

    template = ViewPageTemplateFile("templates/managing.pt")
    page_title = _("managing_title", default="Gérer")
    give = save_button("garder")
    empty_title = _("managing_empty", default="Rien ici encore.")
    empty_text = _("managing_empty_text", default="« Ajouter ici » commence une page.")
    caption = _("managing_caption", default="Le contenu, dans l'ordre du menu")

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """What it holds; each may be moved by hand, keyboard or two buttons."""
        return [
            {
                "one": one,
                "tag": Tag(STATE_LABELS[WebState(one.state)]) if one.state else None,
                "up": self._move(one, -1, _("up", default="Monter")),
                "down": self._move(one, 1, _("down", default="Descendre")),
            }
            for one in branches.held(self.context)
        ]

    @property
    def manages(self) -> bool:
        """Whether the person says who keeps the branch."""
        return bool(api.user.has_permission(MANAGE_SITE, obj=self.context))

    @property
    def keepers(self) -> list[tuple[branches.Keeper, str, Action]]:
        """The local managers, what each may do, and the button that ends it."""
        names = branches.roles()
        return [
            (
                one,
                names[one.role],
                Action(
                    _("keeper_end", default="Retirer"),
                    f"{self.url}/gestionnaire",
                    method="post",
                    small=True,
                    values={"login": one.login},
                ),
            )
            for one in branches.keepers(self.context)
        ]

    @property
    def keeper_fields(self) -> list[Field]:
        """Whom one lets keep the branch, and how."""
        options = tuple(Option(role, name) for role, name in branches.roles().items())
        return [
            Field("login", _("keeper_login", default="Compte"), required=True),
            Field("role", _("keeper_role", default="Peut"), "select", options=options),
        ]

    @property
    def delete(self) -> Action:
        """The button that deletes the branch and all it holds."""
        sure = _(
            "delete_sure",
            default="Supprimer « ${title} » et tout ce qu'il contient ?",
            mapping={"title": self.context.title},
        )
        return Action(
            _("delete", default="Supprimer"),
            f"{self.url}/supprimer",
            method="post",
            danger=True,
            confirm=sure,
            values={"revision": str(self.context.revision)},
        )

    def _move(self, one: branches.Held, by: int, title: str) -> Action:
        values = {"item": one.uid, "de": str(by)}
        url = f"{self.url}/ranger"
        return Action(title, url, method="post", values=values, small=True)


class Order(Act):
    """Puts a content before another (``before``), or a place up or down (``de``)."""

    def act(self) -> dict[str, Any]:
        held = [one.uid for one in branches.held(self.context)]
        item, before, by = self.given("item"), self.given("before"), self.given("de")
        obj = by_uid(item)
        rest = [uid for uid in held if uid != item]
        if by:
            place = held.index(item) + (-1 if by == "-1" else 1)
        else:
            place = rest.index(before) if before in rest else len(rest)
        place_at(obj, max(0, place))
        return {}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/gerer"


class SetKeeper(Act):
    """``login`` and ``role``; without a role, the person keeps it no longer."""

    def act(self) -> dict[str, Any]:
        branches.set_keeper(
            self.context, self.given("login").strip(), self.given("role")
        )
        return {"message": _("keeper_set", default="Les gestionnaires sont à jour.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/gerer"


class Delete(Act):
    """Deletes a content; a refusal leaves the person where they were."""

    deleted = False

    def act(self) -> dict[str, Any]:
        mapping = {"title": self.context.title}
        self.above = self.context.__parent__.absolute_url()
        delete(self.context, self.revision)
        self.deleted = True
        said = _("deleted", default="« ${title} » est supprimé.", mapping=mapping)
        return {"message": said}

    def back(self) -> str:
        return str(self.above) if self.deleted else f"{super().back()}/gerer"

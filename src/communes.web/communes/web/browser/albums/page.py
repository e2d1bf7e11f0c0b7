"""An album and each of its pictures, as citizens look at them."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.writing import counted
from communes.core.parts.domain.writing import date_in_words
from communes.core.public.page import PublicPage
from communes.web.api.albums import cover_of
from communes.web.api.pictures import may_write
from communes.web.api.pictures import pictures_of
from communes.web.browser.albums.pictured import DatedLooks
from communes.web.browser.albums.pictured import PicturedPage
from communes.web.browser.albums.showing import of_picture
from communes.web.browser.editing.offers import offers
from communes.web.i18n import _
from datetime import datetime
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class AlbumPage(PicturedPage):
    """The photographs in order; each leads to a page of its own without a script."""

    template = ViewPageTemplateFile("templates/album.pt")
    empty_title = _("album_empty", default="Cet album n'a pas encore de photo.")
    empty_text = _(
        "album_empty_text",
        default="« Ajouter des photos » en prend plusieurs à la fois.",
    )

    @property
    def page_picture(self) -> str:
        found = cover_of(self.context)
        return "" if found is None else of_picture(found).src

    @property
    def modified(self) -> datetime:
        return self.context.modified().asdatetime()

    @property
    def tags(self) -> tuple[str, ...]:
        return (self.context.UID(),)

    @property
    def identity(self) -> str:
        parts = [counted(len(self.pictures), "photo")]
        if self.context.taken_on:
            parts.append(date_in_words(self.context.taken_on))
        if self.context.place:
            parts.append(self.context.place)
        return " · ".join(parts)

    @property
    def facts(self) -> list[Fact]:
        one = self.context
        rows = [
            (_("label_photographer", default="Photographe"), one.photographer),
            (_("label_licence", default="Licence"), one.licence),
        ]
        return [Fact(term, value) for term, value in rows if value]

    @property
    def actions(self) -> list[Action]:
        """What whoever keeps it may do; nothing for citizens."""
        found = offers(self.context, edit="proprietes")
        if may_write(self.context):
            url = f"{self.context.absolute_url()}/photos"
            title = _("album_work", default="Gérer les photos")
            found.insert(0, Action(title, url, primary=True))
        return found


class PicturePage(DatedLooks, PublicPage):
    """One picture with its neighbours: what the lightbox shows, without a script."""

    template = ViewPageTemplateFile("templates/picture.pt")

    @property
    def page_title(self) -> str:
        words = self.context.title or self.context.alternative
        return words or _("picture_untitled", default="Photo")

    @property
    def page_picture(self) -> str:
        return self.shown.src

    @property
    def modified(self) -> datetime:
        return self.context.modified().asdatetime()

    @property
    def tags(self) -> tuple[str, ...]:
        return (self.context.UID(), self.holder.UID())

    @cached_property
    def holder(self) -> Any:
        return self.context.__parent__

    @cached_property
    def shown(self) -> Any:
        return of_picture(self.context)

    @cached_property
    def place(self) -> tuple[int, int]:
        """Its number among those of its holder, and how many there are."""
        ids = [one.getId() for one in pictures_of(self.holder)]
        return ids.index(self.context.getId()) + 1, len(ids)

    @property
    def identity(self) -> str:
        return _(
            "picture_place",
            default="Photo ${number} sur ${count}",
            mapping={"number": self.place[0], "count": self.place[1]},
        )

    @property
    def neighbours(self) -> dict[str, str]:
        """The addresses of the picture before and of the one after, where there are."""
        rows = pictures_of(self.holder)
        number = self.place[0]
        found = {}
        if number > 1:
            found["before"] = f"{rows[number - 2].absolute_url()}/view"
        if number < len(rows):
            found["after"] = f"{rows[number].absolute_url()}/view"
        return found

    @property
    def original_url(self) -> str:
        return f"{self.context.absolute_url()}/originale"

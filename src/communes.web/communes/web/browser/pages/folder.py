"""The page of a folder: what it holds, as summaries, blocks or a list from A to Z."""

from communes.web.api.cards import below
from communes.web.api.showing import leading_shared
from communes.web.browser.pages.content_page import ContentPage
from communes.web.domain.card import Card
from communes.web.domain.lettering import by_letter
from communes.web.i18n import _
from dataclasses import replace
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class FolderPage(ContentPage):
    """``<folder>``; a folder without anything says so."""

    template = ViewPageTemplateFile("templates/folder.pt")
    empty_title = _("folder_empty", default="Cette rubrique est encore vide.")
    empty_text = _(
        "folder_empty_text", default="Ses pages apparaîtront ici dès leur publication."
    )

    @property
    def page_picture(self) -> str:
        return leading_shared(self.context)

    @cached_property
    def cards(self) -> list[Card]:
        """What it holds, in its order; with its pictures when the folder says so."""
        found = below(self.context)
        if self.context.pictures:
            return found
        return [replace(one, picture=None) for one in found]

    @property
    def letters(self) -> list[tuple[str, list[Card]]]:
        """The same under the letter its titles begin with."""
        return by_letter(self.cards, lambda card: card.title)

    @property
    def tags(self) -> list[str]:
        """What a proxy forgets the page with."""
        return [self.context.UID(), *(one.uid for one in self.cards)]

"""Pages that stand below the page of a content: its settings, its hours, its end."""

from communes.core.parts.domain.values import Crumb
from communes.core.public.page import PublicPage
from typing import Any


class BelowPage(PublicPage):
    """Its trail goes on to the content itself."""

    @property
    def above_url(self) -> str:
        """Where the last step of the trail leads."""
        return str(self.context.absolute_url())

    @property
    def trail(self) -> list[Crumb]:
        return [*super().trail, Crumb(self.context.Title(), self.above_url)]


class OnContentPage(BelowPage):
    """Says too which content it is of."""

    @property
    def identity(self) -> str:
        return str(self.context.title)


class RightBelow:
    """A page that says of which content it is, and whose trail begins there."""

    context: Any

    @property
    def identity(self) -> str:
        return str(self.context.title)

    @property
    def trail(self) -> list[Crumb]:
        return [Crumb(self.context.title, self.context.absolute_url())]

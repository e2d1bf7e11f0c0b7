"""What the page of every content says, whatever its type."""

from collections.abc import Sequence
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Tag
from communes.core.public.page import PublicPage
from communes.web.browser.editing.offers import offers
from communes.web.browser.editing.offers import state_tags


class ContentPage(PublicPage):
    """Its title and its summary; above them the buttons of who writes it."""

    @property
    def page_title(self) -> str:
        return str(self.context.title)

    @property
    def page_description(self) -> str:
        return str(getattr(self.context, "description", "") or "")

    @property
    def actions(self) -> Sequence[Action]:
        """What the person may do with it; nothing for citizens."""
        return offers(self.context)

    @property
    def marks(self) -> Sequence[Tag]:
        """Where it stands, for who writes it."""
        return state_tags(self.context)

"""Forms of a solution: they write by POST only, then lead somewhere."""

from collections.abc import Iterator
from communes.core.i18n import _
from communes.core.parts.domain.values import Action
from contextlib import AbstractContextManager
from plone import api
from plone.protect import CheckAuthenticator
from zExceptions import Forbidden


def save_button(name: str = "garder") -> Action:
    """Return the small « Enregistrer » of a form that stands beside others."""
    title = _("button_save", default="Enregistrer")
    return Action(title, method="submit", name=name, value="1", small=True)


class PostForm:
    """Mix in before a form of the kit: no address alone can press its buttons."""

    def attempt(self) -> AbstractContextManager[Iterator[None]]:
        """Run a use case, as the kit does, once the request is found genuine."""
        if self.request.method != "POST":
            raise Forbidden("POST")
        CheckAuthenticator(self.request)
        return super().attempt()

    def saved(self, message: str, url: str) -> None:
        """Say what was done and go on to ``url``."""
        api.portal.show_message(message, self.request)
        self.request.response.redirect(url)

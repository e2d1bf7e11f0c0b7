"""``<agenda>/nouvel-evenement`` and ``<event>/modifier``."""

from collections.abc import Mapping
from communes.web.api.agenda import create_event
from communes.web.api.agenda import edit_event
from communes.web.browser.agenda.asking import groups
from communes.web.browser.agenda.typed import read_typed
from communes.web.browser.agenda.typed import typed_of
from communes.web.browser.filling.content_form import ContentForm
from communes.web.browser.filling.page import FillingPage
from communes.web.browser.filling.page import Group
from communes.web.browser.pages.below import OnContentPage
from communes.web.i18n import _
from typing import Any


class EventForm(FillingPage):
    """Asks what an event is."""

    wants_patterns = True

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        """Return the form of an event."""
        return groups(values)


class NewEvent(OnContentPage, EventForm):
    """A new event is private until somebody publishes it."""

    page_title = _("new_event", default="Nouvel événement")

    def start(self) -> dict[str, Any]:
        """Return an empty form."""
        return {}

    def keep(self, values: dict[str, Any]) -> str:
        """Make the event and go on to its pictures."""
        made = create_event(self.context, read_typed(values))
        said = _(
            "event_created",
            default="L'événement est créé. Ajoutez ses photos, puis publiez-le.",
        )
        self.saved(said)
        return f"{made.absolute_url()}/photos"


class EditEvent(ContentForm, EventForm):
    """Changes an event; a colleague's change meanwhile is told, not overwritten."""

    page_title = _("edit_event", default="Modifier l'événement")

    def start(self) -> dict[str, Any]:
        """Return what the event is."""
        return typed_of(self.context)

    def keep(self, values: dict[str, Any]) -> str:
        """Keep what was typed."""
        kept = read_typed(values, self.context.rule)
        edit_event(self.context, kept, self.given_revision)
        self.saved(_("saved", default="Enregistré."))
        return self.cancel_url

"""``GET <site>/@pst-reminders``: whether the account gets letters of reminder."""

from communes.pst.api.reminding import letters_frequency
from communes.pst.api.reminding import letters_wanted
from plone.restapi.services import Service
from typing import Any


def reminders_json(site: Any) -> dict[str, Any]:
    """Return how often letters go here, and whether the account gets them."""
    return {
        "@id": f"{site.absolute_url()}/@pst-reminders",
        "frequency": letters_frequency(site).value,
        "letters": letters_wanted(site),
    }


class RemindersGet(Service):
    """Answers about the account that asks."""

    def reply(self) -> dict[str, Any]:
        return reminders_json(self.context)

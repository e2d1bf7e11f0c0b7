"""``GET @exchange-messages``: every kind with schema, example and changelog."""

from communes.exchange.messages.api import kinds
from communes.exchange.messages.api import receiver_of
from plone.restapi.services import Service
from typing import Any


class ExchangeMessagesGet(Service):
    """The whole catalogue; it is short."""

    def reply(self) -> dict[str, Any]:
        return {
            "@id": f"{self.context.absolute_url()}/@exchange-messages",
            "items": [
                {
                    "name": one.name,
                    "version": one.version,
                    "title": one.title,
                    "description": one.description,
                    "personal": one.personal,
                    "listened_to": receiver_of(one.name) is not None,
                    "schema": one.schema,
                    "example": one.example,
                    "changes": [
                        {"day": change.day.isoformat(), "text": change.text}
                        for change in one.changes
                    ],
                }
                for one in kinds()
            ],
        }

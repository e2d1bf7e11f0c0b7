"""``@exchange-messages``: the catalogue of messages."""

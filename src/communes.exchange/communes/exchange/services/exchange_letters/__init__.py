"""``@exchange-letters``: the messages that wait or were refused."""

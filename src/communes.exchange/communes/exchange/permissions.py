"""The permission of the exchange."""

MANAGE_EXCHANGE = "communes.exchange: Manage exchange"

"""``@exchange-peers``: the peers of the site, how they are, and their keys."""

"""``@exchange-sources``: the authentic sources, and the reading of one value."""

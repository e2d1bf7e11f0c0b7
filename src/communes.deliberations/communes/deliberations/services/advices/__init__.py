"""``@deliberations-advices``: the advices of an item, and what is done with them."""

"""How often is too often, and what a machine gives itself away by."""

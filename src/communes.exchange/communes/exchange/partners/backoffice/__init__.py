"""A finance and population back office as another vendor sells it, with its API."""

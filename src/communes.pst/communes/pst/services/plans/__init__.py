"""The plans of a site."""

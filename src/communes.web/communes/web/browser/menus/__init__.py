"""The ways through the site."""

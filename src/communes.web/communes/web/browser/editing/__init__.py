"""Sections written in place by a webmaster."""

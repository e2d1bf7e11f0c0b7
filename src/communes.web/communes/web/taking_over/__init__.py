"""Reads another Plone site over its REST services."""

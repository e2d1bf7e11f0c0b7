"""Plone's own ``@search`` and listings that ask for text, in typed terms."""

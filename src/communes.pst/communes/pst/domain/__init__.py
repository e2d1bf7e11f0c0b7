"""The rules of a strategic programme, in plain values: no Plone, no web."""

"""Scanned papers that find the item they belong to by the code on their first page."""

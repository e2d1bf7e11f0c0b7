"""Signatures as people ask, give, refuse and confirm them."""

"""Bringing in a meeting held elsewhere: look first, then write all of it."""

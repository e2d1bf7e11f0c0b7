"""Addresses that were public and lead to nothing any more: they say so."""

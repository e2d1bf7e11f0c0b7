"""Authentic sources: who is right about a fact, and since when we know it from them."""

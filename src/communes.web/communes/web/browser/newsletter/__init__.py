"""Subscribing to newsletters, and writing them."""

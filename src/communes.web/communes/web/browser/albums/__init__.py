"""Photographs as citizens look at them."""

"""Addresses elsewhere are asked so that nobody is led into a network of our own."""

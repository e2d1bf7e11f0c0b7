"""Peers, their keys and the signature of what is sent, without Plone."""

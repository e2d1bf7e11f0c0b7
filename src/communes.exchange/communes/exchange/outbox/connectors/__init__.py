"""The ways to a peer that the house brings: loopback, HTTP, and a console."""

"""Advices on an item: who must give one, until when, how, and what it is worth."""

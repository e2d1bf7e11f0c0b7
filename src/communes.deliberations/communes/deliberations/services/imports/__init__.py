"""Meetings held elsewhere, brought in."""

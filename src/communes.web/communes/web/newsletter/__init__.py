"""Newsletters: subscribers, issues and their sending."""

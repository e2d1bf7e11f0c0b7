"""Newsletters, their issues and their subscribers, for machines."""

"""Calendars and feeds of others, taken into agendas and folders of news."""

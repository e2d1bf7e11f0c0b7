"""Agendas that feed each other, as files for calendars."""

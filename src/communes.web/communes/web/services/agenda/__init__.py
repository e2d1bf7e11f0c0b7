"""Agendas and news, for machines."""

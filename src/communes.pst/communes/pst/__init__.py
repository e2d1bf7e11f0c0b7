"""Pst: one solution of the communes suite."""

"""Scanned papers, for programs: a scanner brings them, and reads what is left."""

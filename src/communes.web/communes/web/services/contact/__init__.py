"""Contact forms and what was written by them, for machines."""

"""The rules of the work before a meeting: audience, completeness, labels, routes."""

"""The first page of a file: drawn small, and the codes printed on it."""

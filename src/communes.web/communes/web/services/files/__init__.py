"""The files of pages, for machines."""

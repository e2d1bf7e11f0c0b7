"""A setting has one schema, read from a file, changed live, and never lost between."""

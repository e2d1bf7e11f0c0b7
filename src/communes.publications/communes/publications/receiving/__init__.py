"""What arrives from institutions: looked at, kept, shown."""

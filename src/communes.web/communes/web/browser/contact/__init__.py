"""Writing to a service of the commune."""

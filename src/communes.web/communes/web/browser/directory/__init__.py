"""The directory as citizens read it."""

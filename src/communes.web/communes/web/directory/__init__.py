"""The directory: what is kept, found and told of it."""

"""What a message says of a file, and why a file is refused, without Plone."""

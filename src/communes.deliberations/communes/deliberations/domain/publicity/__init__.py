"""What the public may know of a meeting: one projection, from which all is made."""

"""The states of a message in its lane, and which one is next."""

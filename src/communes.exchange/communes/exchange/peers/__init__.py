"""With whom messages are exchanged, by which keys, and which messages."""

"""What a citizen asks the council, and the message that carries it."""

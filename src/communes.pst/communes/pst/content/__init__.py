"""What a programme is made of: data on objects, no process."""

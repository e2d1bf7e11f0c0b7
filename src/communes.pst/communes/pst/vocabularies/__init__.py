"""What the fields of the programme choose from."""

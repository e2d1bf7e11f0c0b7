"""What the fields of items and meetings can be chosen from."""

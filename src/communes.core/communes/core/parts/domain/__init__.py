"""What a part shows, as plain values, and how days and amounts are written."""

"""What the catalogue keeps about items and meetings, so that lists wake nothing."""

"""The committees that look at items before the assembly decides them."""

"""What the solution says to the outside."""

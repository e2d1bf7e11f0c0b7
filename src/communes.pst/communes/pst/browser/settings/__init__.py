"""What a plan is set to, and what of it citizens read."""

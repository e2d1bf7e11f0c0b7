"""What follows a decision: what is to do, and the supervision."""

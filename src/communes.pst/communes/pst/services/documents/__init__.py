"""What leaves a plan as a file, and what comes into it."""

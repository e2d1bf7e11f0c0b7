"""What the register of the population says of people who hold mandates."""

"""What is written row by row: budget, indicators, risks, shares, dependencies."""

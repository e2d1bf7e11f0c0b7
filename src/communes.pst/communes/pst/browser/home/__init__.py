"""The first page of the solution: the plans, and what waits in them."""

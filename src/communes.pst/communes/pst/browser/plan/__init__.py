"""The first page of a plan, its money, its risks and its goals."""

"""Links that survive moves, and what is wrong with a page that nobody noticed."""

"""The boards of a plan: late, mine, by state; filters, columns, exports."""

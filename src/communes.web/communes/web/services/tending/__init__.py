"""What is to mend, shared, taken over and redirected, for machines."""

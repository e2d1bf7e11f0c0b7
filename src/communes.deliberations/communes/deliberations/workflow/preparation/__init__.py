"""What the work before a meeting adds to the steps and the rights of an item."""

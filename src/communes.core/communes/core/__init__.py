"""The shared kit of the suite: one room per building block, each with its own door."""

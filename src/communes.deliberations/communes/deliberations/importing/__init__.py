"""Write a meeting held elsewhere: all of it, or nothing."""

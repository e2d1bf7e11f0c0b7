"""Interpellations of citizens, sent on to the institution that hears them."""

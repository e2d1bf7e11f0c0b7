"""The services of the commune, told to programs and written by them."""

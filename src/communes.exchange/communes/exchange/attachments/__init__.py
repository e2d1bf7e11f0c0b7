"""Files travel by reference: a message says their sum, the receiver fetches them."""

"""Pages for citizens: their looks, how long they are kept, and what forgets them."""

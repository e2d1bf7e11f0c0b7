"""The sheets of services (« démarches »): what is kept, found and told of them."""

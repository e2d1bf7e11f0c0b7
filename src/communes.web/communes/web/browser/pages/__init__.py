"""Pages and folders as citizens read them."""

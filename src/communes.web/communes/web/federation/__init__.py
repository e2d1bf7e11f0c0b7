"""Contents shared between communes, with where they come from."""

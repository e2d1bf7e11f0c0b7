"""Messages above the pages, as feeds too."""

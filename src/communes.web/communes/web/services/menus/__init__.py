"""The menu and the messages above the pages, for machines."""

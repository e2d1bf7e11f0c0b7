"""A whole index made anew beside the one in use, which then takes its place."""

"""What several solutions say to machines: words, feeds, calendars, site maps."""

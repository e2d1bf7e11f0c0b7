"""The decision as data: every open format from the one stored projection."""

"""Members vote for themselves, on a tablet, while the secretary holds the vote open."""

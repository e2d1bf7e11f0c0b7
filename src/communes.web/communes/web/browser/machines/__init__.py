"""The site for machines: its map, its open data, and both as pages for people."""

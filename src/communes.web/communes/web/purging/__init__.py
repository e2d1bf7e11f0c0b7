"""What a proxy forgets when a content changes: what shows it, and no other page."""

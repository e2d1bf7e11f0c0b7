"""All that stands is said again to one peer, as when it is paired after the fact."""

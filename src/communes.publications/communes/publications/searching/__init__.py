"""What citizens find: over all institutions, with the engine or without."""

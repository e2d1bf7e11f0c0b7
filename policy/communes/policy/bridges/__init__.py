"""Where two solutions meet: only here does one hear of the other."""

"""Where messages stand in line: one lane per correspondent and subject."""

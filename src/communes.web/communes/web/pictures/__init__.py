"""Pictures in the right size, without what a camera betrays."""

"""Contents as records, and where they stand."""

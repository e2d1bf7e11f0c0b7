"""What a year of meetings says of attendance and of votes."""

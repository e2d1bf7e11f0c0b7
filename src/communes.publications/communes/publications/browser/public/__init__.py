"""What anybody reads: institutions, meetings, decisions, files."""

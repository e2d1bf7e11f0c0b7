"""What a member of an assembly has read, and what changed since."""

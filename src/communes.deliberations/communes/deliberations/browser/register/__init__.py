"""The registers of an assembly, read and verified."""

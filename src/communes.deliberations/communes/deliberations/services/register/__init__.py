"""The registers of an assembly."""

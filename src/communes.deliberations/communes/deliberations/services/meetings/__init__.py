"""The meetings of an assembly."""

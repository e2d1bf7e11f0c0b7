"""The items of an assembly."""

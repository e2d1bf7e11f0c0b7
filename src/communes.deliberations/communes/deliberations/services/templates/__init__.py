"""The item templates of an assembly."""

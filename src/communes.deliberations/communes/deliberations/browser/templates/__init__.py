"""The templates of an assembly: chosen for a new item, written by their managers."""

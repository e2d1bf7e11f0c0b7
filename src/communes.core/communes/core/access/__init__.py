"""Rights asked and fields written the same way behind the door of every solution."""

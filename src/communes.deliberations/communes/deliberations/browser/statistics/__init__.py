"""The year of an assembly: attendance and votes by member, as a page and a file."""

"""What the solution keeps: assemblies, their items and their meetings."""

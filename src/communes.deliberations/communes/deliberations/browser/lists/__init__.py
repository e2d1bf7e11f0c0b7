"""The lists: assemblies, items of one, meetings of one."""

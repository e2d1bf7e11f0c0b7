"""The settings of an assembly, section by section."""

"""The settings of an assembly told one by one, for forms and programs."""

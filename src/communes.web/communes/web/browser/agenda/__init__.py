"""The agenda as citizens read it."""

"""The agenda of another assembly, fixed by an item."""

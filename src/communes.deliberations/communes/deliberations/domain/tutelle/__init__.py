"""The supervision (tutelle) of an act: sent, awaited, extended, answered."""

"""« Mon espace »: a meeting as one of its members finds it again."""

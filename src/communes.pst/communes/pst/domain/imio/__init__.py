"""A programme taken over from imio.project.pst, as its REST services give it."""

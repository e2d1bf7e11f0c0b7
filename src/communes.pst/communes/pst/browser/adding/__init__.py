"""Starting something: a plan, an element at its place, and the way there."""

"""Starting something: an item, a meeting, and the menu that leads there."""

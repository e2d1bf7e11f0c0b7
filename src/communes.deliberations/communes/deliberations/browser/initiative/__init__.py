"""The initiative of an item on its page: who asked, when, what was answered."""

"""The file of an item: its texts, its annexes, its steps, its documents."""

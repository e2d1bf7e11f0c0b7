"""What follows when an element is made, written, moved on or taken away."""

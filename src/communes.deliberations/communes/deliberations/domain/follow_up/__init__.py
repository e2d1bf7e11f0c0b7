"""What remains to be done once an item is decided: who, until when, done."""

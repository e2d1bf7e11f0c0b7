"""What is written beside an item while it is prepared: who, complete, labels, links."""

"""What is to do after the decision of an item."""

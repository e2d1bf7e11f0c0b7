"""The minutes of a meeting as people draw them up, correct and adopt them."""

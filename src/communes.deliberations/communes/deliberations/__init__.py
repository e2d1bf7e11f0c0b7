"""Council deliberations, from the draft of an item to the minutes of the meeting."""

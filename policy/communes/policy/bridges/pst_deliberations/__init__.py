"""An action goes to the college, and shows the decisions that mention it."""

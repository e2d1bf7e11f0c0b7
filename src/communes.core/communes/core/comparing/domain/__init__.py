"""The comparison itself: texts in, safe markup out."""

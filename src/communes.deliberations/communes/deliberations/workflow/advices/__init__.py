"""What happens to the advices because something happened to their item."""

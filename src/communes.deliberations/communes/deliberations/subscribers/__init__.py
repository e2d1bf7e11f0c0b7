"""What happens because something happened: each function reads, asks, writes."""

"""What a commune publishes once and others show, with where it comes from."""

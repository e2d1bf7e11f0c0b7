"""An item written anew from another."""

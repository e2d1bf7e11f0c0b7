"""What a provider of signatures calls."""

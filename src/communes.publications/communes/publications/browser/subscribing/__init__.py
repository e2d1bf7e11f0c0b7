"""Where citizens ask to be told what is new."""

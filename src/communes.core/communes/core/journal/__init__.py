"""Who did or read what: entries that can be added, never changed unnoticed."""

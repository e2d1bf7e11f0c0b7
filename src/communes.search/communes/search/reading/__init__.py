"""What stands between an engine and a reader: rights as they are at this instant."""

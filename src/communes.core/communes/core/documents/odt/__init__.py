"""Letters and editable copies: ODT templates filled without an office suite."""

"""Letters of reminder, for programs: whether the account gets them."""

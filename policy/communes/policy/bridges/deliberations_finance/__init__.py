"""A decision that spends asks the accounts to commit it, and shows the number."""

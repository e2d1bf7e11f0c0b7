"""Links between contents are kept as what they lead to, and shown as where it is."""

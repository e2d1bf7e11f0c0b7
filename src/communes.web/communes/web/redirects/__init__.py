"""Old addresses that lead to what stands elsewhere now."""

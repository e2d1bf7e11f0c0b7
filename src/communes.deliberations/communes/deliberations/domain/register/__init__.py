"""The registers of an organ, numbered and chained: its deliberations, its minutes."""

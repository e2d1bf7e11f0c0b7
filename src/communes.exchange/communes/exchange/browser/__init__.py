"""What the agents who look after the exchange see and do."""

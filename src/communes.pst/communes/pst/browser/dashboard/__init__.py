"""What the programme says on the dashboard of an agent."""

"""Events, when they take place, and agendas that feed each other."""

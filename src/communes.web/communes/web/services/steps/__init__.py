"""Where contents stand and the steps they take, for machines."""

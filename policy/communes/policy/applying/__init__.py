"""The steps that bring the sites of a commune to what its file says, one by one."""

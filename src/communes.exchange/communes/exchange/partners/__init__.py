"""Products of other vendors: each speaks its own language, and a plug-in translates."""

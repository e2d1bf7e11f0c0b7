"""The committees of a meeting, as one tab of its page."""

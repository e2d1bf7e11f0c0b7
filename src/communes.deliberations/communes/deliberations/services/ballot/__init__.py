"""The vote that is open on tablets."""

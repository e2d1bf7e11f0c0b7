"""The vote on tablets: the page of a member, what the secretary opens and closes."""

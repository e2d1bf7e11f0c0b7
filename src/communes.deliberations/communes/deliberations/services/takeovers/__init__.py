"""``@deliberations-takeovers``: a PloneMeeting taken over, for programs."""

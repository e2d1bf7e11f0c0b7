"""The page where a PloneMeeting is taken over."""

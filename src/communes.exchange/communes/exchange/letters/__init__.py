"""What has not arrived or is not done, for the agent who puts it right."""

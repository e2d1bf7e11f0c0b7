"""Personal data in texts: passages marked, suggested, and masked for the public."""

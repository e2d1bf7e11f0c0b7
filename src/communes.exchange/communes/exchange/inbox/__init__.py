"""What this site is told: kept when it arrives, done once and in order."""

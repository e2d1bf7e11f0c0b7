"""Every import says per row what it would do, and does all of it or nothing."""

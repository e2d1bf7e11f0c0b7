"""What comes back: the rules of RFC 5545 that people use, computed day by day."""

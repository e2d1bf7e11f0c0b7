"""What a reading of a file may take and what it ends with: plain values."""

"""What a commune's website is made of, and its rules, as plain values."""

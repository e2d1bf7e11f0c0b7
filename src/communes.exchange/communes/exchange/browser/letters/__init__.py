"""The messages that wait or were refused: looked at, corrected, sent again, dropped."""

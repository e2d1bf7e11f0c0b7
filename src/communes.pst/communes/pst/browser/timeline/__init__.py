"""The programme over time, on screen and on paper."""

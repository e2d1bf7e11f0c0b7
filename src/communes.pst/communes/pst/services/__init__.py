"""REST services of the programme; they know the door and nothing below it."""

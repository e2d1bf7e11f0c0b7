"""What asks a door to write: a button of a page, a form, a program that sends JSON."""

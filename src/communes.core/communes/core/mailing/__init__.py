"""Letters by e-mail to people who asked for them, and who leave with one click."""

"""Issues of a newsletter, from the first draft to the last address."""

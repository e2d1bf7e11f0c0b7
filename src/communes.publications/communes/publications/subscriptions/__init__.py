"""Citizens who follow an institution or the whole portal, and what they are told."""

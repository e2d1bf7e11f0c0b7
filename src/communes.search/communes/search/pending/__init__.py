"""What the indexes may not yet know: places and objects whose rights changed."""

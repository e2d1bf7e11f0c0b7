"""A change of rights on a large place: noted at once, brought below by the worker."""

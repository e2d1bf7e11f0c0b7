"""REST: every use case of the door, for programs; see the reference of the docs."""

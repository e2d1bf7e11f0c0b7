"""The permission of the state of the search."""

VIEW_STATUS = "communes.search: View search status"

"""The permission of the journal."""

VIEW_JOURNAL = "communes.core: View journal"

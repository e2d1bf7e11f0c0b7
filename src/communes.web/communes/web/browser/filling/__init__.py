"""Forms whose values are records: groups of fields, and rows one adds to."""

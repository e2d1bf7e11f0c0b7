"""The rules of an assembly, in plain values: nothing here knows a site or a request."""

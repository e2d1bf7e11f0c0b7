"""Completes what is typed and mends it, from words the reader may read anyway."""

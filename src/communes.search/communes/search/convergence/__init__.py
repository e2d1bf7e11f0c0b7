"""Compares what Solr holds with the database, says what differs, and repairs it."""

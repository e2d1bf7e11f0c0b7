"""What this site says: kept with the change it tells of, sent after the commit."""

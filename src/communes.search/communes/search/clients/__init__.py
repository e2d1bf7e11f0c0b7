"""How the suite talks to Solr: over HTTP, within a time, and with named errors."""

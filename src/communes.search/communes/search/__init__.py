"""Search in French, with rights, on Solr, answering even when Solr does not."""

"""What is written goes to Solr after the commit, whole, from a worker."""

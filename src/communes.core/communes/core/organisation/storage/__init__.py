"""Objects of the site and plain values of the domain, one turned into the other."""

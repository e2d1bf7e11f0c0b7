"""By what citizens find what was published: institution, organ, matter, year, stage."""

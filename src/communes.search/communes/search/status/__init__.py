"""How the search of a site is doing, for people, programs and Prometheus."""

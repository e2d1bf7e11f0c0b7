"""Numbers of a solution for whoever watches the house: text of Prometheus."""

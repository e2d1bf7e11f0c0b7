"""What citizens read of a programme: pages, open data, a fragment for other sites."""

"""The institutions of a portal: their groups, and what a file of data says of them."""

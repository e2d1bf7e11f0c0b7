"""``@pst-publication``: what citizens read of a plan, for programs."""

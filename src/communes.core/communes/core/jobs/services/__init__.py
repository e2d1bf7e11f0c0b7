"""``@communes-jobs``: what failed or was given up, and one more try, for programs."""

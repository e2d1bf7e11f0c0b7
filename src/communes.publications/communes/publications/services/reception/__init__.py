"""``@publications-waiting``, ``@publications-reception``: what waits for a look."""

"""One letter to a whole list: begun once, stopped and resumed, counted as it goes."""

"""Between the objects of the site and the plain values the rules work with."""

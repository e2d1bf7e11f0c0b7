"""Elements of a legal text become pages: plain data, a fixed template, a compiler."""

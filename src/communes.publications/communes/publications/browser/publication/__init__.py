"""Regulations and notices on the pages: read by citizens, made by agents."""

"""The addresses of the open data: suffixes, negotiation, lists, feeds, OParl."""

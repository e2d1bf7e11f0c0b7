"""What pages are made of: sections, their kinds, and what each may hold."""

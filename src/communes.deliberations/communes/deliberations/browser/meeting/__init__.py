"""The work surface of a meeting: agenda, attendance, votes, documents."""

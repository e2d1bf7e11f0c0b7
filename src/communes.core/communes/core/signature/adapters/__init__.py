"""The ways to sign: each a plug-in behind one contract."""

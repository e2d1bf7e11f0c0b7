"""The convocation by e-mail: sent and followed by the secretariat, acknowledged."""

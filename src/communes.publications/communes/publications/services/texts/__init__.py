"""Regulations and notices for programs: the register, writing, steps, proofs."""

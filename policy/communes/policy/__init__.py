"""Assembles the solutions of one commune into its sites, from data."""

"""The steps of elements, and how a plan and its groups come to be."""

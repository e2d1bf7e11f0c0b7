"""The letters shipped with the suite; an agent replaces them by their own."""

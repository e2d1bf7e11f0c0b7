"""The beginning of a text, for a line of a list."""

LONGEST = 240


def shortened(text: str, most: int = LONGEST) -> str:
    """Return the beginning of a text on one line, cut between two words."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[:most].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"

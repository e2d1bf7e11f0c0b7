"""Pictures of a text that nobody described."""

from html.parser import HTMLParser


class _Pictures(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        hidden = given.get("role") in ("presentation", "none")
        # An empty alternative says « for the eye alone »; a missing one says nothing.
        if tag == "img" and "alt" not in given and not hidden:
            self.silent.append(given.get("src") or "")


def pictures_without_words(html: str) -> tuple[str, ...]:
    """Return the addresses of the pictures that have no alternative (WCAG 1.1.1)."""
    reading = _Pictures()
    reading.feed(html)
    reading.close()
    return tuple(reading.silent)

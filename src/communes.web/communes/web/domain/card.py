"""A content as a list shows it: what it is called, where it leads, what is seen."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Card:
    """``picture_text`` says in words what is seen; ``over`` is a word above the title.

    ``day`` is written as it is read (« 12 octobre 2026 »); ``uid`` tells caches what
    a page shows.
    """

    title: str
    url: str
    text: str = ""
    over: str = ""
    day: str = ""
    picture_url: str = ""
    picture_text: str = ""
    uid: str = ""

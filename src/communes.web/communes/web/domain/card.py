"""A content as a list shows it: what it is called, where it leads, what is seen."""

from communes.web.domain.showing import Shown
from dataclasses import dataclass


@dataclass(frozen=True)
class Card:
    """``over`` is a word above the title; ``uid`` tells caches what a page shows.

    ``day`` is written as it is read (« 12 octobre 2026 »).
    """

    title: str
    url: str
    text: str = ""
    over: str = ""
    day: str = ""
    picture: Shown | None = None
    uid: str = ""

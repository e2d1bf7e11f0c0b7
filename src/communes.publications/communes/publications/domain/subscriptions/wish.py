"""A wish: institution, matter, street or words; empty means everything."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.publications.domain.publication.kinds import matters
from communes.publications.domain.publication.register import plain_words
from dataclasses import asdict
from dataclasses import dataclass


REGULATIONS, DECISIONS = "regulations", "decisions"
KINDS = (REGULATIONS, DECISIONS)
LONGEST = 100


@dataclass(frozen=True)
class Wish:
    """What is followed on one list; ``kinds``: regulations, decisions or both."""

    matter: str = ""
    street: str = ""
    words: str = ""
    kinds: tuple[str, ...] = KINDS

    def as_data(self) -> dict[str, object]:
        """Return the wish as plain JSON values."""
        return {**asdict(self), "kinds": list(self.kinds)}


@dataclass(frozen=True)
class News:
    """Something that everyone may read since now. ``said`` is its text, plain.

    ``matter`` is the id of a matter, or its name.
    """

    kind: str
    title: str
    url: str
    matter: str = ""
    streets: tuple[str, ...] = ()
    said: str = ""


def read_wish(data: Mapping[str, object]) -> Wish:
    """Return the wish of plain values; what is not understood asks for everything."""
    given = data.get("kinds")
    kinds = tuple(one for one in KINDS if isinstance(given, list) and one in given)
    known = {
        name: str(data.get(name) or "").strip()[:LONGEST]
        for name in ("matter", "street", "words")
    }
    return Wish(**known, kinds=kinds or KINDS)


def wanted(wish: Wish, news: News) -> bool:
    """Return whether something is part of what is followed.

    Every part of a wish must be met; each word of ``words`` stands somewhere.
    """
    if news.kind not in wish.kinds:
        return False
    if wish.matter and news.matter not in (wish.matter, matters().get(wish.matter)):
        return False
    said = f" {plain_words(' '.join((news.title, news.said, *news.streets)))} "
    if wish.street and f" {plain_words(wish.street)} " not in said:
        return False
    return all(f" {word}" in said for word in plain_words(wish.words).split())


def wish_in_words(wish: Wish) -> str:
    """Return a wish as a person reads it."""
    kinds = {REGULATIONS: "règlements et avis", DECISIONS: "décisions des assemblées"}
    found = [" et ".join(kinds[one] for one in wish.kinds)]
    if wish.matter:
        found.append(f"matière « {matters().get(wish.matter, wish.matter)} »")
    if wish.street:
        found.append(f"« {wish.street} »")
    if wish.words:
        found.append(f"mots « {wish.words} »")
    said = ", ".join(found)
    return f"{said[0].upper()}{said[1:]}."


def letter(title: str, news: Iterable[News]) -> tuple[str, str]:
    """Return subject and text of the letter that tells what is new."""
    known = list(news)
    first = known[0].title
    more = f" (et {len(known) - 1} de plus)" if len(known) > 1 else ""
    lines = [f"- {one.title}\n  {one.url}" for one in known]
    return (
        f"{title} : {first[:120]}{more}",
        "Bonjour,\n\nCeci vient d'être publié :\n\n" + "\n\n".join(lines),
    )

"""The review before anything is published: what must be read again, and what was.

A review is about words. Its fingerprint covers every text the public could read; a
letter changed anywhere makes it stale.
Source: Regulation (EU) 2016/679, article 5, 1, c; Walloon decree of 18 May 2022,
which masks the data of all people but mandataries.
"""

from collections.abc import Iterable
from communes.core.privacy.domain.detection import Kind
from communes.core.privacy.domain.detection import suggestions
from communes.core.privacy.domain.passages import mark
from communes.core.privacy.domain.passages import marked_spans
from communes.core.privacy.domain.text import words
from dataclasses import dataclass
from enum import StrEnum
import hashlib
import html


#: Words shown before and after a passage.
CONTEXT = 60


class ReviewStanding(StrEnum):
    """Where the review of an item stands."""

    MISSING = "missing"
    STALE = "stale"
    DONE = "done"


STANDING_LABELS = {
    ReviewStanding.MISSING: "À relire",
    ReviewStanding.STALE: "Modifié depuis la relecture",
    ReviewStanding.DONE: "Relu",
}


@dataclass(frozen=True)
class ReadText:
    """One text the public could read. ``name`` is stable: "decision", "annexe-1/title".

    ``plain``: it is words without markup (a title, a file name), where nothing can be
    marked; else ``source`` is HTML.
    """

    name: str
    label: str
    source: str
    plain: bool = False

    @property
    def html(self) -> str:
        """The text as markup, whatever it is."""
        return html.escape(self.source, quote=False) if self.plain else self.source


@dataclass(frozen=True)
class Doubt:
    """One passage to decide upon, with the words around it.

    ``key`` is the same for the same words in the same text, wherever they stand.
    ``spans`` are all its places. ``left``: an agent decided that it may be read.
    """

    key: str
    text: str
    label: str
    plain: bool
    kind: Kind
    words: str
    before: str
    after: str
    spans: tuple[tuple[int, int], ...]
    certain: bool = False
    left: bool = False


@dataclass(frozen=True)
class Review:
    """What was decided of an item: passages left as they are, and the last reading.

    ``public_title`` stands for the title before the public; ``fingerprint`` is of
    the texts as they were when all was said to be read, by ``by`` on ``on`` (ISO).
    """

    left: frozenset[str] = frozenset()
    public_title: str = ""
    fingerprint: str = ""
    by: str = ""
    on: str = ""


def fingerprint(texts: Iterable[ReadText]) -> str:
    """Return one SHA-256 of all the texts and of their names."""
    made = hashlib.sha256()
    for one in texts:
        for value in (one.name, one.source):
            data = value.encode()
            made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()


def standing(review: Review, texts: Iterable[ReadText]) -> ReviewStanding:
    """Return whether the texts were read as they are now."""
    if not review.fingerprint:
        return ReviewStanding.MISSING
    same = review.fingerprint == fingerprint(texts)
    return ReviewStanding.DONE if same else ReviewStanding.STALE


def doubts(
    texts: Iterable[ReadText],
    review: Review,
    public_names: Iterable[str] = (),
    known_names: Iterable[str] = (),
) -> tuple[Doubt, ...]:
    """Return the passages likely to be personal that are not marked, text by text.

    :param public_names: people whose name stays public (mandataries).
    :param known_names: people the house knows besides.
    """
    public, known = tuple(public_names), tuple(known_names)
    found: dict[str, Doubt] = {}
    for text in texts:
        read, marked = words(text.html), marked_spans(text.html)
        for one in suggestions(read, public, known):
            if any(low <= one.start and one.end <= high for low, high in marked):
                continue
            key = _key(text.name, one.kind, one.text)
            spans = (*found[key].spans,) if key in found else ()
            first = spans[0] if spans else (one.start, one.end)
            found[key] = Doubt(
                key,
                text.name,
                text.label,
                text.plain,
                one.kind,
                one.text,
                read[max(0, first[0] - CONTEXT) : first[0]],
                read[first[1] : first[1] + CONTEXT],
                (*spans, (one.start, one.end)),
                one.certain,
                key in review.left,
            )
    return tuple(found.values())


def masked_everywhere(source: str, doubt: Doubt) -> str:
    """Return the text with each place of the passage marked."""
    for start, end in reversed(doubt.spans):
        source = mark(source, start, end)
    return source


def _key(name: str, kind: Kind, said: str) -> str:
    told = " ".join(said.split()).casefold()
    return hashlib.sha256(f"{name}\n{kind}\n{told}".encode()).hexdigest()[:16]

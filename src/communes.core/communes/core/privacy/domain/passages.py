"""Passages an agent marked as personal: they stay in the act, the public reads none.

The words leave with everything around them that could repeat them: attributes of
the marked element, images, comments. A mark that is never closed masks to the end.
Source: Regulation (EU) 2016/679, article 5, 1, c (minimisation).
"""

from collections.abc import Iterator
from communes.core.privacy.domain.text import Piece
from communes.core.privacy.domain.text import pieces
import html
from itertools import groupby


#: Class of an element whose words are personal data.
MARK = "donnee-personnelle"
#: Class of what stands instead for the public.
MASKED = "texte-masque"
#: What the public reads instead.
NOTICE = "[donnée personnelle masquée]"


def has_marks(source: str) -> bool:
    """Return whether a passage of the text is marked."""
    return any(MARK in piece.classes for piece in pieces(source))


def marked_passages(source: str) -> tuple[str, ...]:
    """Return the words of each marked passage, in their order."""
    found: list[str] = []
    for piece, within in _walk(pieces(source)):
        if within == _OPENS:
            found.append("")
        elif within == _INSIDE:
            found[-1] += piece.words
    return tuple(" ".join(one.split()) for one in found)


def marked_spans(source: str) -> tuple[tuple[int, int], ...]:
    """Return the places of the marked words, counted as ``text.words`` counts them."""
    found: list[tuple[int, int]] = []
    at = 0
    for piece, within in _walk(pieces(source)):
        begins, at = at, at + len(piece.words)
        if within != _INSIDE or begins == at:
            continue
        if found and found[-1][1] == begins:
            found[-1] = (found[-1][0], at)
        else:
            found.append((begins, at))
    return tuple(found)


def masked(source: str, notice: str = NOTICE) -> str:
    """Return the text as the public may read it: no word of a marked passage.

    A table cell, a list item or a paragraph that was marked whole stays, with the
    notice inside. Comments leave the text.
    """
    shown = f'<span class="{MASKED}">{html.escape(notice)}</span>'
    return "".join(_masked(source, shown))


def mark(source: str, start: int, end: int) -> str:
    """Return the text with the words from ``start`` to ``end`` marked.

    Positions are those of ``text.words``; what is already marked is not twice.
    """
    runs: list[tuple[bool, str]] = []
    at = 0
    for piece, within in _walk(pieces(source)):
        begins, at = at, at + len(piece.words)
        low, high = max(start - begins, 0), min(end - begins, len(piece.words))
        if piece.tag or within != _OUTSIDE or low >= high:
            runs.append((False, piece.markup))
        elif piece.markup == piece.words:
            runs.append((False, piece.words[:low]))
            runs.append((True, piece.words[low:high]))
            runs.append((False, piece.words[high:]))
        else:
            runs.append((True, piece.markup))
    # Two runs of words side by side are one passage.
    told = groupby((run for run in runs if run[1]), key=lambda run: run[0])
    return "".join(
        _wrapped(_joined(some)) if marked else _joined(some) for marked, some in told
    )


_OUTSIDE, _OPENS, _INSIDE, _CLOSES = range(4)


def _joined(runs: Iterator[tuple[bool, str]]) -> str:
    return "".join(markup for _marked, markup in runs)


def _wrapped(markup: str) -> str:
    return f'<span class="{MARK}">{markup}</span>'


def _walk(found: tuple[Piece, ...]) -> Iterator[tuple[Piece, int]]:
    """Yield each piece with where it stands beside the marked passages."""
    name, depth = "", 0
    for piece in found:
        if not depth:
            opens = MARK in piece.classes and not piece.closing
            yield piece, _OPENS if opens else _OUTSIDE
            if opens and not piece.is_void:
                name, depth = piece.tag, 1
            continue
        if piece.tag == name and not piece.is_void:
            depth += -1 if piece.closing else 1
        yield piece, _INSIDE if depth else _CLOSES


def _masked(source: str, shown: str) -> Iterator[str]:
    for piece, within in _walk(pieces(source)):
        kept = piece.tag not in ("span", "a", "img", "")
        if within == _OUTSIDE:
            yield piece.markup
        elif within == _OPENS:
            yield f"<{piece.tag}>{shown}" if kept else shown
        elif within == _CLOSES and kept:
            yield piece.markup

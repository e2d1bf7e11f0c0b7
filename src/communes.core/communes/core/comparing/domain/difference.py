"""What changed between two formatted texts, word by word, as safe markup.

Everything shown is made anew from words: whatever markup the texts hold, only the
elements named here come out. Blocks that resemble each other are compared word by
word; the others are shown as taken away or added as a whole.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from communes.core.comparing.domain.reading import Block
from communes.core.comparing.domain.reading import blocks
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape


#: Two blocks less alike than this are two different blocks.
ALIKE = 0.4
#: Beyond this many words together, two blocks are compared as a whole.
MOST_WORDS = 6000
#: How far ahead the old block is looked for, so that a rewritten text stays quick.
NEAR = 12


@dataclass(frozen=True)
class Piece:
    """Words that stayed ("same"), came ("new") or went ("old")."""

    change: str
    text: str


@dataclass(frozen=True)
class Line:
    """One block of the comparison and its pieces in reading order."""

    kind: str
    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        """Whether anything came or went in it."""
        return any(piece.change != "same" for piece in self.pieces)


def difference(before: str, after: str) -> tuple[Line, ...]:
    """Return the comparison of two formatted texts, block by block."""
    old, new = blocks(before), blocks(after)
    keys_old, keys_new = [one.text for one in old], [one.text for one in new]
    found: list[Line] = []
    matcher = SequenceMatcher(None, keys_old, keys_new, autojunk=False)
    for what, i, j, k, m in matcher.get_opcodes():
        if what == "equal":
            found += [_whole(one, "same") for one in new[k:m]]
        else:
            found += _replaced(old[i:j], new[k:m])
    return tuple(found)


def as_html(lines: Sequence[Line]) -> str:
    """Return a comparison as markup: ``p``, ``h3``, ``ul``/``li``, ``ins``, ``del``."""
    parts: list[str] = []
    listed = False
    for line in lines:
        is_entry = line.kind == "li"
        if is_entry != listed:
            parts.append("<ul>" if is_entry else "</ul>")
            listed = is_entry
        inner = "".join(_piece(one) for one in line.pieces)
        parts.append(f"<{line.kind}>{inner}</{line.kind}>")
    if listed:
        parts.append("</ul>")
    return "".join(parts)


def read(lines: Sequence[Line], side: str) -> list[str]:
    """Return the blocks of one side, "old" or "new", as they were read."""
    found = []
    for line in lines:
        kept = [one.text for one in line.pieces if one.change in ("same", side)]
        if kept:
            found.append("".join(kept))
    return found


def _replaced(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Line]:
    """Pair each new block with the first old one that is like it, in order."""
    rest = list(old)
    for block in new:
        at = next(
            (at for at, one in enumerate(rest[:NEAR]) if _alike(one, block)), None
        )
        if at is None:
            yield _whole(block, "new")
            continue
        yield from (_whole(one, "old") for one in rest[:at])
        yield _within(rest[at], block)
        rest = rest[at + 1 :]
    yield from (_whole(one, "old") for one in rest)


def _alike(old: Block, new: Block) -> bool:
    if len(old.words) + len(new.words) > MOST_WORDS:
        return False
    matcher = SequenceMatcher(None, _said(old), _said(new), autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _said(block: Block) -> list[str]:
    return [word for word in block.words if not word.isspace()]


def _within(old: Block, new: Block) -> Line:
    matcher = SequenceMatcher(None, old.words, new.words, autojunk=False)
    pieces: list[Piece] = []
    for what, i, j, k, m in matcher.get_opcodes():
        if what == "equal":
            pieces.append(Piece("same", "".join(new.words[k:m])))
            continue
        if i < j:
            pieces.append(Piece("old", "".join(old.words[i:j])))
        if k < m:
            pieces.append(Piece("new", "".join(new.words[k:m])))
    return Line(new.kind, tuple(pieces))


def _whole(block: Block, change: str) -> Line:
    return Line(block.kind, (Piece(change, block.text),))


def _piece(piece: Piece) -> str:
    text = escape(piece.text)
    tag = {"old": "del", "new": "ins"}.get(piece.change)
    return f"<{tag}>{text}</{tag}>" if tag else text

"""One style sheet and one module for citizens, made of the files as they are shipped.

Agents open many pages and keep every file; a citizen comes once, from a telephone.
"""

from collections.abc import Callable
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
import re


#: What each file begins its address with, until it is known where the site is.
_HERE = "@@static@@"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PLONE = re.compile(r'@layer plone;\s*@import url\("[^"]+"\) layer\(plone\);')
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_IMPORT = re.compile(r'^import \{([^}]+)\} from "\./([\w-]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(
    r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE
)
#: Rules of Plone's sheet that no page of ours needs.
_LEFT_OUT = re.compile(r"@font-face|@keyframes|@charset|.*data-bs-theme=dark|.*#")


class Bundle:
    """A text of several files; ``version`` changes with any of them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.version = sha256(text.encode()).hexdigest()[:12]

    def at(self, base: str) -> str:
        """Return the text, its files being those under the address ``base``."""
        return self._text.replace(_HERE, base)


@lru_cache(maxsize=16)
def styles(sheets: tuple[Path, ...], plone: Path) -> Bundle:
    """Return style sheets as one, in that order, above what they need of Plone's.

    Of the sheet ``plone`` stays what dresses an element by its name, or by a class
    that our sheets know too.
    """
    ours = "".join(one.read_text(encoding="utf-8") for one in sheets)
    ours = _PLONE.sub("", _COMMENT.sub("", ours)).replace(
        "../fonts/", f"{_HERE}/fonts/"
    )
    known = set(_CLASS.findall(ours))
    theirs = needed(
        _COMMENT.sub("", plone.read_text(encoding="utf-8")),
        lambda selector: set(_CLASS.findall(selector)) <= known,
    )
    lines = (line.strip() for line in ours.splitlines())
    return Bundle(f"@layer plone{{{theirs}}}\n" + "\n".join(filter(None, lines)) + "\n")


def needed(sheet: str, wanted: Callable[[str], bool]) -> str:
    """Return a style sheet with the selectors that are wanted, and no empty rule."""
    found = []
    for head, body in _rules(sheet):
        if _LEFT_OUT.match(head):
            continue
        if head.startswith("@"):
            inner = needed(body, wanted)
            found += [f"{head}{{{inner}}}"] if inner else []
            continue
        kept = [one for one in _selectors(head) if wanted(one)]
        found += [f"{','.join(kept)}{{{body}}}"] if kept and body else []
    return "".join(found)


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before each pair of braces, and between them."""
    depth, start, opened, quote = 0, 0, 0, ""
    for place, sign in enumerate(sheet):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign == ";" and depth == 0:
            start = place + 1
        elif sign == "{":
            depth += 1
            opened = place if depth == 1 else opened
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield sheet[start:opened].strip(), sheet[opened + 1 : place]
                start = place + 1


def _selectors(head: str) -> list[str]:
    """Split at the commas that stand in no parentheses."""
    found, depth = [""], 0
    for sign in head:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "," and depth == 0:
            found.append("")
        else:
            found[-1] += sign
    return found


@lru_cache(maxsize=4)
def script(entry: Path) -> Bundle:
    """Return a module with all it imports as one, each in a scope of its own.

    Our modules import names from the file beside them, one line each, and export
    functions, classes and constants where they are made.

    :raises ValueError: a module is written in another way.
    """
    found: dict[str, str] = {}
    _gather(entry, found)
    return Bundle("".join(found.values()))


def _gather(path: Path, found: dict[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for _names, beside in _IMPORT.findall(text):
        if beside not in found:
            _gather(path.with_name(f"{beside}.js"), found)
    names = ", ".join(_EXPORT.findall(text))
    body = _EXPORT.sub("", _IMPORT.sub(_taken, text))
    if re.search(r"^(?:import|export)\b", body, re.MULTILINE):
        raise ValueError(f"{path.name}: one import or export that is not understood")
    found[path.stem] = (
        f"const {_scope(path.stem)} = (() => {{\n{body}return {{ {names} }};\n}})();\n"
    )


def _taken(imported: re.Match[str]) -> str:
    return f"const {{{imported[1]}}} = {_scope(imported[2])};\n"


def _scope(name: str) -> str:
    return f"in_{name.replace('-', '_')}"

"""The pieces of structured HTML a legal document is made of; every word is escaped."""

from collections.abc import Iterable
from collections.abc import Sequence
import html
import re


def escape(text: str) -> str:
    """Return the words with their markup signs made harmless, quotes as written.

    They only ever stand between tags, never inside one.
    """
    return html.escape(text, quote=False)


def heading(level: int, text: str) -> str:
    """Return a heading of ``level`` 1 to 3."""
    return f"<h{level}>{escape(text)}</h{level}>"


def paragraph(text: str, kind: str = "") -> str:
    """Return a paragraph, with a class name when ``kind`` is given."""
    named = f' class="{kind}"' if kind else ""
    return f"<p{named}>{escape(text)}</p>" if text else ""


def bullets(lines: Iterable[str], kind: str = "") -> str:
    """Return an unordered list."""
    named = f' class="{kind}"' if kind else ""
    inside = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ul{named}>{inside}</ul>" if inside else ""


def steps(lines: Iterable[str]) -> str:
    """Return an ordered list."""
    inside = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ol>{inside}</ol>" if inside else ""


def section(kind: str, *parts: str) -> str:
    """Return a section with its class name around parts that are HTML already."""
    inside = "".join(parts)
    return f'<section class="{kind}">{inside}</section>' if inside else ""


def signature_row(pairs: Sequence[tuple[str, str]]) -> str:
    """Return the row to sign: one block per (function, name)."""
    blocks = (
        section("signature", paragraph(title), paragraph(name)) for title, name in pairs
    )
    return section("signatures", *blocks)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table with one header row."""
    head = "".join(f"<th>{escape(cell)}</th>" for cell in header)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def paragraphs(text: str) -> str:
    """Return plain text as HTML: an empty line separates two paragraphs."""
    found = (part.strip() for part in re.split(r"\n\s*\n", text))
    return "".join(
        "<p>" + "<br />".join(escape(line) for line in part.splitlines()) + "</p>"
        for part in found
        if part
    )

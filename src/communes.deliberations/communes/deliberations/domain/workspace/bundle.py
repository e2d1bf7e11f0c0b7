"""The files of a meeting as one page that is read without a network."""

from collections.abc import Sequence
from communes.deliberations.domain.document_html import escape
from dataclasses import dataclass
import html


_STYLE = (
    "body{font:17px/1.5 sans-serif;max-width:48em;margin:0 auto;padding:1em;"
    "color:#1b2430}h1,h2{line-height:1.25}article{border-top:1px solid #b8c0cc;"
    "margin-top:2em}nav li{margin:.3em 0}a{color:#0b4f9e}"
    ".donnee-personnelle{background:#fff3c4}"
)


@dataclass(frozen=True)
class BundleItem:
    """One item; ``parts`` are (heading, cleaned HTML), ``files`` (title, path)."""

    number: str
    title: str
    parts: tuple[tuple[str, str], ...] = ()
    files: tuple[tuple[str, str], ...] = ()


def index_page(title: str, items: Sequence[BundleItem], merged: str = "") -> str:
    """Return the page; paths are relative, and nothing is asked of any server.

    :param merged: path of the file with all the PDF; empty for none.
    """
    links = "".join(
        f'<li><a href="#p{place}">{escape(one.number)}. {escape(one.title)}</a></li>'
        for place, one in enumerate(items, start=1)
    )
    all_in_one = (
        f'<p><a href="{_address(merged)}">Toutes les annexes PDF en un fichier</a></p>'
        if merged
        else ""
    )
    bodies = "".join(_article(place, one) for place, one in enumerate(items, start=1))
    return (
        '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8" />'
        '<meta name="viewport" content="width=device-width" />'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>"
        f"<main><h1>{escape(title)}</h1>{all_in_one}"
        f'<nav aria-label="Ordre du jour"><ul>{links}</ul></nav>{bodies}</main>'
        "</body></html>"
    )


def _article(place: int, item: BundleItem) -> str:
    parts = "".join(
        f"<h3>{escape(heading)}</h3>{text}" for heading, text in item.parts if text
    )
    files = "".join(
        f'<li><a href="{_address(path)}">{escape(title)}</a></li>'
        for title, path in item.files
    )
    listed = f"<h3>Annexes</h3><ul>{files}</ul>" if files else ""
    head = f"<h2>{escape(item.number)}. {escape(item.title)}</h2>"
    return f'<article id="p{place}">{head}{parts}{listed}</article>'


def _address(path: str) -> str:
    return html.escape(path, quote=True)

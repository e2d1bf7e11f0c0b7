"""Read the structured HTML of a legal text strictly: refuse what could lie or run.

Admitted: ``h1``…``h4``, ``p``, ``ul``, ``ol``, ``li``, ``table`` and its parts,
``strong``, ``em``, ``u``, ``sup``, ``sub``, ``br``, ``img`` (PNG or JPEG inside the
text), ``section``, ``div`` and ``span`` with the class names of
``structure.CLASSES``. Style, links and the remains of word processors are dropped,
their words kept. Everything else is refused by name, with the place.
"""

from collections.abc import Iterator
from communes.core.documents import grammar
from communes.core.documents.characters import clean
from communes.core.documents.characters import without_controls
from communes.core.documents.domain import AttributeRefused
from communes.core.documents.domain import DocumentTooLarge
from communes.core.documents.domain import ElementRefused
from communes.core.documents.reader import Reader
from communes.core.documents.structure import Element
from lxml import etree
import re


LIMIT_CHARACTERS = 20_000_000
LIMIT_ELEMENTS = 200_000
LIMIT_DEPTH = 60
_RUNS = re.compile(r"\s*(javascript|vbscript|data:text)", re.IGNORECASE)


def parse(html: str) -> Element:
    """Return the ``body`` element of ``html``; an empty text gives an empty body.

    :raises DocumentRefused: a subclass names the element and the place.
    """
    if len(html) > LIMIT_CHARACTERS:
        raise DocumentTooLarge(
            element="texte", place="début du document", limit="20 millions de signes"
        )
    clean(html, "dans le texte")
    root = _tree(without_controls(html))
    if root is None:
        return Element("body")
    _refuse_hostile(root)
    body = root.find("body")
    return Reader().body(body) if body is not None else Element("body")


def _tree(html: str) -> etree._Element | None:
    """Return the tree libxml2 builds; nothing is fetched, no entity is expanded."""
    if not html.strip():
        return None
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(html.encode("utf-8"), parser)
    for entry in parser.error_log:
        # A tree cut at a limit of the parser would silently lose law.
        if entry.level == etree.ErrorLevels.FATAL or "xcessive" in entry.message:
            raise DocumentTooLarge(
                element="html",
                place=f"ligne {entry.line}",
                limit=f"{LIMIT_DEPTH} éléments emboîtés",
            )
    return root


def _refuse_hostile(root: etree._Element) -> None:
    for count, (element, depth, before) in enumerate(_walk(root)):
        tag = element.tag
        place = place_after(before)
        if count > LIMIT_ELEMENTS or depth > LIMIT_DEPTH:
            limit = f"{LIMIT_ELEMENTS} éléments ou {LIMIT_DEPTH} niveaux"
            raise DocumentTooLarge(element=tag, place=place, limit=limit)
        if tag not in grammar.KNOWN and ":" not in tag:
            raise ElementRefused(element=tag, place=place)
        for name, value in element.attrib.items():
            if name.lower().startswith("on") or _RUNS.match(value):
                raise AttributeRefused(attribute=name, element=tag, place=place)


def _walk(root: etree._Element) -> Iterator[tuple[etree._Element, int, str]]:
    """Yield each element with its depth and the words that come just before it."""
    depth = 0
    before = ""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            depth += 1
            yield element, depth, before
            before = (element.text or "").strip() or before
        else:
            depth -= 1
            before = (element.tail or "").strip() or before


def place_after(words: str) -> str:
    """Return a place a person can find: the words that come just before it."""
    words = " ".join(words.split())
    return f"après « …{words[-40:]} »" if words else "au début du texte"

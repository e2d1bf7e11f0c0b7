"""The words of OpenDocument XML, each namespace with its usual prefix."""

from lxml import etree
from lxml.builder import ElementMaker


_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = {
    "office": f"{_OASIS}office:1.0",
    "style": f"{_OASIS}style:1.0",
    "text": f"{_OASIS}text:1.0",
    "table": f"{_OASIS}table:1.0",
    "draw": f"{_OASIS}drawing:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}svg-compatible:1.0",
    "manifest": f"{_OASIS}manifest:1.0",
    "script": f"{_OASIS}script:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": f"{_OASIS}meta:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
_MAKER = ElementMaker(nsmap=NAMESPACES)


def name(word: str) -> str:
    """Return ``text:p`` as the name lxml wants."""
    prefix, _, local = word.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def make(
    word: str, *children: "etree._Element | str", **attributes: str
) -> etree._Element:
    """Return an element; an attribute ``text_style__name`` is ``text:style-name``."""
    named = {
        name(key.replace("__", "-").replace("_", ":", 1)): value
        for key, value in attributes.items()
    }
    return _MAKER(name(word), *children, named)

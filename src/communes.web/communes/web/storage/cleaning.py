"""Formatted text without anything active, and without anything of a third party."""

from communes.core.formats.domain.plain import for_xml
from lxml import html as markup
from plone import api


#: They load something from elsewhere, or send something there.
_TAKEN_AWAY = (
    "iframe", "object", "embed", "form", "script", "style", "link", "base", "meta",
)  # fmt: skip
_REMOTE = ("img", "video", "audio", "source", "track", "picture")


def clean(html: str) -> str:
    """Return formatted text as it is kept and shown.

    Frames and pictures of other sites go: a reader's browser asks nobody else.
    """
    html = for_xml(html)
    if not html.strip():
        return ""
    transforms = api.portal.get_tool("portal_transforms")
    data = transforms.convertTo("text/x-html-safe", html, mimetype="text/html")
    kept = data.getData() if data is not None else ""
    if "<" not in kept:
        return kept
    return _without_third_parties(kept)


def _without_third_parties(html: str) -> str:
    root = markup.fragment_fromstring(html, create_parent="div")
    for node in list(root.iter(*_TAKEN_AWAY)):
        node.drop_tree()
    for node in list(root.iter(*_REMOTE)):
        node.attrib.pop("srcset", None)
        address = node.get("src", "")
        if "//" in address and not address.startswith(api.portal.get().absolute_url()):
            node.drop_tree()
    inner = markup.tostring(root, encoding="unicode")
    return inner.removeprefix("<div>").removesuffix("</div>")

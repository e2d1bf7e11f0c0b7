"""The sections of a page as records, and the words in them."""

from communes.web.domain.sections.record import section_of
from communes.web.domain.sections.record import values_of
from lxml import html
from typing import Any


def text_of(obj: Any) -> str:
    """Return the words of the sections of a content that are shown, for the search."""
    words: list[str] = []
    for row in getattr(obj, "sections", ()) or ():
        section = section_of(row)
        if section.hidden:
            continue
        for _name, meaning, value in values_of(section):
            if meaning == "text":
                words.append(value)
            elif meaning == "html" and value.strip():
                words.append(html.fromstring(f"<div>{value}</div>").text_content())
    return " ".join(word for word in words if word)

"""Styles of generated text; titles and body keep those of the template itself."""

from communes.core.documents.odt.names import make
from communes.core.documents.odt.names import name
from lxml import etree


MARKS: dict[str, dict[str, str]] = {
    "strong": {"fo_font__weight": "bold"},
    "em": {"fo_font__style": "italic"},
    "span": {"fo_font__style": "italic"},
    "u": {
        "style_text__underline__style": "solid",
        "style_text__underline__width": "auto",
        "style_text__underline__color": "font-color",
    },
    "sup": {"style_text__position": "super 58%"},
    "sub": {"style_text__position": "sub 58%"},
}
_PARAGRAPH: dict[str, dict[str, str]] = {
    "center": {"fo_text__align": "center"},
    "subtitle": {"fo_text__align": "center"},
    "right": {"fo_text__align": "end"},
    "number": {"fo_text__align": "end"},
    "indent": {"fo_margin__left": "8mm"},
    "page-break": {"fo_break__before": "page"},
    "keep-next": {"fo_keep__with__next": "always"},
    "keep": {"fo_keep__together": "always"},
    "compact": {"fo_margin__top": "0mm", "fo_margin__bottom": "0.5mm"},
}
_WORDS: dict[str, dict[str, str]] = {
    "mention": {"fo_font__style": "italic"},
    "subtitle": {"fo_font__weight": "bold"},
    "caption": {"fo_font__weight": "bold"},
    "header-cell": {"fo_font__weight": "bold"},
}
PARAGRAPH_CLASSES = frozenset(_PARAGRAPH) | frozenset(_WORDS)
BORDER = "0.5pt solid #999999"


class Styles:
    """The automatic styles of one part of the file, each made when first needed."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._made: dict[object, str] = {}

    def mark(self, tag: str) -> str:
        """Return the style of bold, slanted, underlined… words."""
        return self._once(
            ("mark", tag), "text", make("style:text-properties", **MARKS[tag])
        )

    def paragraph(self, parent: str, classes: frozenset[str]) -> str:
        """Return ``parent`` itself, or a style of it that shows ``classes``."""
        known = classes & PARAGRAPH_CLASSES
        if not known:
            return parent
        look: dict[str, str] = {}
        words: dict[str, str] = {}
        for word in sorted(known):
            look |= _PARAGRAPH.get(word, {})
            words |= _WORDS.get(word, {})
        return self._once(
            ("paragraph", parent, known),
            "paragraph",
            make("style:paragraph-properties", **look),
            make("style:text-properties", **words),
            parent=parent,
        )

    def table(self) -> str:
        """Return the style of a table as wide as the text."""
        look = make(
            "style:table-properties",
            style_rel__width="100%",
            fo_margin__top="1mm",
            fo_margin__bottom="3mm",
        )
        look.set(name("table:align"), "margins")
        return self._once(("table",), "table", look)

    def column(self, share: int) -> str:
        """Return the style of a column that takes ``share`` parts of the width."""
        look = make(
            "style:table-column-properties", style_rel__column__width=f"{share}*"
        )
        return self._once(("column", share), "table-column", look)

    def cell(self, *, ruled: bool) -> str:
        """Return the style of a cell, with or without rules."""
        border = BORDER if ruled else "none"
        look = make("style:table-cell-properties", fo_border=border, fo_padding="1.2mm")
        return self._once(("cell", ruled), "table-cell", look)

    def list(self, *, ordered: bool) -> str:
        """Return the style of a list, numbered or not, six levels deep."""
        key = ("list", ordered)
        if key not in self._made:
            self._made[key] = f"CC{len(self._made) + 1}"
            style = make("text:list-style", style_name=self._made[key])
            style.extend(_level(level, ordered=ordered) for level in range(1, 7))
            self._home().append(style)
        return self._made[key]

    def _once(
        self, key: object, family: str, *look: etree._Element, parent: str = ""
    ) -> str:
        if key not in self._made:
            self._made[key] = f"CC{len(self._made) + 1}"
            style = make("style:style", style_name=self._made[key], style_family=family)
            if parent:
                style.set(name("style:parent-style-name"), parent)
            style.extend(element for element in look if element.attrib)
            self._home().append(style)
        return self._made[key]

    def _home(self) -> etree._Element:
        """Return the place of automatic styles, made where OpenDocument wants it."""
        home = self._root.find(name("office:automatic-styles"))
        if home is None:
            home = make("office:automatic-styles")
            following = self._root.find(name("office:body"))
            if following is None:
                following = self._root.find(name("office:master-styles"))
            if following is None:
                self._root.append(home)
            else:
                following.addprevious(home)
        return home


def _level(level: int, *, ordered: bool) -> etree._Element:
    if ordered:
        letters = ("1", "a", "i")[(level - 1) % 3]
        mark = make(
            "text:list-level-style-number",
            text_level=str(level),
            style_num__format=letters,
            style_num__suffix=".",
        )
    else:
        mark = make(
            "text:list-level-style-bullet",
            text_level=str(level),
            text_bullet__char="–",
        )
    place = make("style:list-level-properties")
    place.set(name("text:list-level-position-and-space-mode"), "label-alignment")
    label = make(
        "style:list-level-label-alignment",
        text_label__followed__by="listtab",
        fo_text__indent="-6mm",
        fo_margin__left=f"{level * 7 + 3}mm",
    )
    place.append(label)
    mark.append(place)
    return mark

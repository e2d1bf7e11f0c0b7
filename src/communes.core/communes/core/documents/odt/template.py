"""Fill an ODT template with plain values; a template is data and runs nothing.

Marks an agent writes with the keyboard, anywhere in the text, its head or its foot:

``${seance.date}``
    the value of a field;
``${pour point dans points}`` … ``${fin}``
    what stands between is repeated (paragraphs, or rows of a table), each mark
    alone in its paragraph or row;
``${si urgent}`` … ``${fin}``, ``${si pas urgent}`` … ``${fin}``
    what stands between is kept or left out;
``${texte}`` alone in its paragraph
    a whole text with its titles, lists and tables, or a picture.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.documents.odt import markers
from communes.core.documents.odt import package
from communes.core.documents.odt.content import ContentWriter
from communes.core.documents.odt.names import name
from communes.core.documents.odt.values import Picture
from communes.core.documents.odt.values import RichText
from communes.core.documents.odt.values import Scope
from copy import deepcopy
from lxml import etree


PARTS = ("styles.xml", "content.xml")
META = "meta.xml"
AUTHORS = ("dc:creator", "meta:initial-creator", "meta:printed-by")
THUMBNAIL = "Thumbnails/thumbnail.png"


def fill(odt: bytes, template: str, values: Mapping[str, object]) -> bytes:
    """Return the ODT made of template ``odt``, whose name is ``template``.

    ``values`` holds texts, numbers, days, booleans, ``None``, ``RichText``,
    ``Picture``, and lists and mappings of them. The same template and values
    always give the same bytes.

    :raises TemplateRefused: a subclass names the template and the field.
    """
    members = package.read(odt, template)
    for part in PARTS:
        root = package.tree(members, part, template)
        _Filler(ContentWriter(root, members)).fill(root, Scope(template, values))
        members[part] = package.serialised(root)
    if META in members:
        root = package.tree(members, META, template)
        _describe(root, Scope(template, values))
        members[META] = package.serialised(root)
    if members.pop(THUMBNAIL, None) is not None:
        package.undeclare(members, THUMBNAIL)
    return package.write(members)


def _describe(root: etree._Element, scope: Scope) -> None:
    """Write title and subject of the file; forget who wrote the template."""
    for element in root.iter(name("dc:title"), name("dc:subject")):
        markers.replace_marks(element, scope)
    for element in list(root.iter(*map(name, AUTHORS))):
        element.getparent().remove(element)


class _Filler:
    """Walks one part of the file, scope in hand."""

    def __init__(self, writer: ContentWriter) -> None:
        self.writer = writer

    def fill(self, parent: etree._Element, scope: Scope) -> None:
        children = [child for child in parent if isinstance(child.tag, str)]
        index = 0
        while index < len(children):
            child = children[index]
            mark = markers.lone_mark(child)
            block = markers.opened_by(mark) if mark else None
            if block is not None:
                end = self._end(children, index, block, scope)
                self._repeat(children[index : end + 1], block, scope)
                index = end
            elif mark == markers.END:
                raise scope.misused(markers.END, "rien n'est ouvert avant cette marque")
            elif child.tag in markers.PARAGRAPHS:
                self._paragraph(child, mark, scope)
            else:
                self.fill(child, scope)
            index += 1

    def _end(
        self,
        children: list[etree._Element],
        start: int,
        block: markers.Block,
        scope: Scope,
    ) -> int:
        """Return the index of the mark that closes the block opened at ``start``."""
        depth = 0
        for index in range(start, len(children)):
            mark = markers.lone_mark(children[index])
            if mark and markers.opened_by(mark):
                depth += 1
            elif mark == markers.END:
                depth -= 1
            if depth == 0:
                return index
        problem = "aucune marque « ${fin} » ne le ferme au même niveau"
        raise scope.misused(block.mark, problem)

    def _repeat(
        self, span: list[etree._Element], block: markers.Block, scope: Scope
    ) -> None:
        made: list[etree._Element] = []
        for turn in block.scopes(scope):
            holder = etree.Element(name("office:text"))
            holder.extend(deepcopy(element) for element in span[1:-1])
            self.fill(holder, turn)
            made.extend(holder)
        _replace(span, made)

    def _paragraph(
        self, paragraph: etree._Element, mark: str | None, scope: Scope
    ) -> None:
        value = scope.look_up(markers.field_of(mark, scope)) if mark else None
        if isinstance(value, RichText):
            _replace([paragraph], self.writer.blocks(value.body.elements()))
            return
        if isinstance(value, Picture):
            for child in list(paragraph):
                paragraph.remove(child)
            paragraph.text = None
            paragraph.append(self.writer.picture(value))
            return
        # First the frames within: their paragraphs have words of their own.
        for child in paragraph:
            if isinstance(child.tag, str):
                self.fill(child, scope)
        markers.replace_marks(paragraph, scope)


def _replace(old: list[etree._Element], new: Iterable[etree._Element]) -> None:
    parent = old[0].getparent()
    index = parent.index(old[0])
    for element in old:
        element.tail = None
        parent.remove(element)
    for offset, element in enumerate(new):
        parent.insert(index + offset, element)

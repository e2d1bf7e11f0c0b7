"""Write the elements of a legal text as OpenDocument: titles, lists, tables, words."""

from collections.abc import Iterable
from communes.core.documents.grid import Cell
from communes.core.documents.grid import Grid
from communes.core.documents.grid import grid_of
from communes.core.documents.odt import package
from communes.core.documents.odt.names import make
from communes.core.documents.odt.names import name
from communes.core.documents.odt.styles import Styles
from communes.core.documents.odt.values import Picture
from communes.core.documents.structure import Element
from communes.core.documents.structure import HEADINGS
from communes.core.documents.structure import Image
from hashlib import sha256
from lxml import etree


BODY = "Text_20_body"
CELL = "Table_20_Contents"
MILLIMETRES_PER_PIXEL = 25.4 / 96
TEXT_WIDTH_MM = 160
CELL_PICTURE_MM = 45
PICTURE_HEIGHT_MM = 170
SIGNING_LINES = 3
# What a group says about the look of the paragraphs within it.
INHERITED = frozenset({"center", "right", "indent", "mention", "keep-next"})
# What only the first paragraph of a group does.
FIRST = frozenset({"page-break"})
Classes = frozenset[str]
NONE: Classes = frozenset()


class ContentWriter:
    """Writes into one part of an ODT: its styles and the pictures of the file."""

    def __init__(self, root: etree._Element, members: dict[str, bytes]) -> None:
        self.styles = Styles(root)
        self._members = members
        self._room = TEXT_WIDTH_MM

    def blocks(
        self, elements: Iterable[Element], parent: str = BODY, classes: Classes = NONE
    ) -> list[etree._Element]:
        """Return OpenDocument elements; ``parent`` is the style of plain paragraphs."""
        made: list[etree._Element] = []
        first = classes & FIRST
        for element in elements:
            own = frozenset(element.classes) | (classes - FIRST) | first
            made += self._block(element, parent, own)
            first = NONE
        return made

    def _block(
        self, element: Element, parent: str, classes: Classes
    ) -> list[etree._Element]:
        if element.tag in HEADINGS:
            return [self._heading(element, classes)]
        if element.tag == "table":
            return self._table(element, classes)
        if element.tag in {"ul", "ol"} and "names" in classes:
            compact = (classes & INHERITED) | {"compact"}
            inner = [part for item in element.elements() for part in item.elements()]
            return self.blocks(inner, parent, compact)
        if element.tag in {"ul", "ol"}:
            return [self._list(element, parent, classes)]
        if "signatures" in classes:
            return [self._signatures(element)]
        if element.tag == "p":
            style = self.styles.paragraph(parent, classes)
            paragraph = make("text:p", text_style__name=style)
            return [self._words(paragraph, element.children)]
        return self.blocks(element.elements(), parent, classes & (INHERITED | FIRST))

    def _heading(self, element: Element, classes: Classes) -> etree._Element:
        level = element.tag[1]
        style = self.styles.paragraph(f"Heading_20_{level}", classes)
        heading = make("text:h", text_style__name=style, text_outline__level=level)
        return self._words(heading, element.children)

    def _list(self, element: Element, parent: str, classes: Classes) -> etree._Element:
        style = self.styles.list(ordered=element.tag == "ol")
        made = make("text:list", text_style__name=style)
        inner = classes & INHERITED
        items = list(element.elements())
        for index, item in enumerate(items):
            # The last item keeps the white that separates the list from the text.
            own = inner | {"compact"} if index < len(items) - 1 else inner
            made.append(make("text:list-item"))
            made[-1].extend(self.blocks(item.elements(), parent, own))
        if element.start != 1 and len(made):
            made[0].set(name("text:start-value"), str(element.start))
        return made

    def _signatures(self, element: Element) -> etree._Element:
        """Return the signature blocks side by side, with white to sign."""
        signers = list(element.elements())
        table = make("table:table", table_style__name=self.styles.table())
        column = make("table:table-column", table_style__name=self.styles.column(1))
        column.set(name("table:number-columns-repeated"), str(len(signers)))
        row = make("table:table-row")
        style = self.styles.cell(ruled=False)
        for index, signer in enumerate(signers):
            side = NONE if index < max(1, len(signers) - 1) else frozenset({"right"})
            *function, person = signer.elements() if signer.children else [signer]
            cell = make("table:table-cell", table_style__name=style)
            cell.extend(self.blocks(function, CELL, side | {"keep-next"}))
            if function:
                cell.extend(self._empty() for _line in range(SIGNING_LINES))
            cell.extend(self.blocks([person], CELL, side))
            row.append(cell)
        table.extend((column, row))
        return table

    def _empty(self) -> etree._Element:
        style = self.styles.paragraph(CELL, frozenset({"keep-next"}))
        return make("text:p", text_style__name=style)

    def _table(self, element: Element, classes: Classes) -> list[etree._Element]:
        grid = grid_of(element)
        if not grid.cells:
            return []
        table = make("table:table", table_style__name=self.styles.table())
        for size in grid.longest():
            share = round(100 * min(max(size, 4), 150) ** 0.5)
            style = self.styles.column(share)
            table.append(make("table:table-column", table_style__name=style))
        rows = self._rows(grid, ruled="plain" not in classes)
        if grid.head:
            table.append(make("table:table-header-rows", *rows[: grid.head]))
        table.extend(rows[grid.head :])
        return [table]

    def _rows(self, grid: Grid, *, ruled: bool) -> list[etree._Element]:
        squares: dict[tuple[int, int], etree._Element] = {}
        for cell in grid.cells:
            for y in range(cell.y, cell.y + cell.rows):
                for x in range(cell.x, cell.x + cell.columns):
                    squares[x, y] = make("table:covered-table-cell")
            head = grid.in_head(cell) or cell.element.tag == "th"
            squares[cell.x, cell.y] = self._cell(cell, head=head, ruled=ruled)
        rows = []
        for y in range(grid.rows):
            row = make("table:table-row")
            for x in range(grid.columns):
                missing = (x, y) not in squares
                row.append(make("table:table-cell") if missing else squares[x, y])
            rows.append(row)
        return rows

    def _cell(self, cell: Cell, *, head: bool, ruled: bool) -> etree._Element:
        made = make("table:table-cell", table_style__name=self.styles.cell(ruled=ruled))
        if cell.columns > 1:
            made.set(name("table:number-columns-spanned"), str(cell.columns))
        if cell.rows > 1:
            made.set(name("table:number-rows-spanned"), str(cell.rows))
        classes = frozenset(cell.element.classes) & {"number", "center", "right"}
        if head:
            classes |= {"header-cell"}
        self._room = CELL_PICTURE_MM
        made.extend(self.blocks(cell.element.elements(), CELL, classes))
        self._room = TEXT_WIDTH_MM
        if not len(made):
            made.append(make("text:p", text_style__name=CELL))
        return made

    def _words(
        self, parent: etree._Element, nodes: Iterable[Element | str]
    ) -> etree._Element:
        for node in nodes:
            if isinstance(node, str):
                _append_text(parent, node)
            elif node.tag == "br":
                parent.append(make("text:line-break"))
            elif node.tag == "img" and node.image is not None:
                parent.append(
                    self._frame(node.image, node.alt, self._width(node.image))
                )
            else:
                span = make("text:span", text_style__name=self.styles.mark(node.tag))
                parent.append(self._words(span, node.children))
        return parent

    def _width(self, image: Image) -> float:
        """Return how wide a picture of the text may be, in millimetres."""
        room = min(self._room, PICTURE_HEIGHT_MM * image.width / image.height)
        return min(image.width * MILLIMETRES_PER_PIXEL, room)

    def picture(self, picture: Picture) -> etree._Element:
        """Return a picture as high as asked."""
        image = picture.image
        width = picture.height_mm * image.width / image.height
        return self._frame(image, picture.alt, width)

    def _frame(self, image: Image, alt: str, width: float) -> etree._Element:
        member = f"Pictures/{sha256(image.data).hexdigest()[:32]}.{image.kind}"
        if member not in self._members:
            kind = "image/png" if image.kind == "png" else "image/jpeg"
            package.declare(self._members, member, kind, image.data)
        frame = make(
            "draw:frame",
            make(
                "draw:image",
                xlink_href=member,
                xlink_type="simple",
                xlink_show="embed",
                xlink_actuate="onLoad",
            ),
            text_anchor__type="as-char",
            svg_width=f"{width:.1f}mm",
            svg_height=f"{width * image.height / image.width:.1f}mm",
        )
        frame.append(make("svg:desc", alt))
        return frame


def _append_text(parent: etree._Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text

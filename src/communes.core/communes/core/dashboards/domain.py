"""A question to a list and its answer, with no word of how either is found."""

from collections.abc import Mapping
from collections.abc import Sequence
from communes.core.errors.domain import InvalidInput
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from urllib.parse import urlencode


#: Rows of one page at most: a list is read, an export is made.
MAX_PAGE_SIZE = 100
PAGE_SIZES = (25, 50, 100)
#: Deepest row a page may start at; beyond it one filters.
MAX_OFFSET = 10_000
MAX_TEXT = 200
MAX_CHOICES = 50


class BadQuery(InvalidInput):
    """The address asks something the list does not offer. Cure: start again."""

    code = "bad_query"
    template = (
        "« ${value} » n'est pas une valeur possible pour « ${name} » dans cette liste."
    )


@dataclass(frozen=True)
class ListQuery:
    """What a person asks a list: words, filters, order, page and columns.

    ``filters`` maps the name of a filter to the choices wanted (any of them);
    all filters together narrow. ``page`` counts from 1. Frozen: the ``with_…``
    methods give the query of a link.
    """

    text: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False
    page: int = 1
    size: int = PAGE_SIZES[0]
    columns: tuple[str, ...] = ()

    @property
    def offset(self) -> int:
        """The number of rows before this page."""
        return (self.page - 1) * self.size

    def with_filter(self, name: str, choice: str) -> "ListQuery":
        """Return the query with this choice added, from the first page."""
        chosen = (*self.filters.get(name, ()), choice)
        return replace(self, filters={**self.filters, name: chosen}, page=1)

    def without_filter(self, name: str, choice: str) -> "ListQuery":
        """Return the query with this choice taken away, from the first page."""
        kept = tuple(one for one in self.filters.get(name, ()) if one != choice)
        others = {key: value for key, value in self.filters.items() if key != name}
        filters = {**others, name: kept} if kept else others
        return replace(self, filters=filters, page=1)

    def sorted_by(self, name: str) -> "ListQuery":
        """Return the query in this order; asked again, in the opposite one."""
        descending = self.sort == name and not self.descending
        return replace(self, sort=name, descending=descending, page=1)

    def on_page(self, number: int) -> "ListQuery":
        """Return the query for another page."""
        return replace(self, page=number)

    def to_url(self) -> str:
        """Return the query string that ``parse`` reads back, without defaults."""
        pairs: list[tuple[str, str]] = []
        if self.text:
            pairs.append(("q", self.text))
        for name in sorted(self.filters):
            pairs.extend((f"f.{name}", choice) for choice in self.filters[name])
        if self.sort:
            pairs.append(("sort", ("-" if self.descending else "") + self.sort))
        if self.page != 1:
            pairs.append(("page", str(self.page)))
        if self.size != PAGE_SIZES[0]:
            pairs.append(("size", str(self.size)))
        pairs.extend(("col", column) for column in self.columns)
        return urlencode(pairs)


@dataclass(frozen=True)
class Offer:
    """What a list lets one ask: names of filters, of orders and of columns."""

    filters: frozenset[str] = frozenset()
    sorts: frozenset[str] = frozenset()
    columns: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Row:
    """One line: the thing by its identifier and address, and its cells.

    ``cells`` holds plain values by column name; a renderer of the list makes words
    of them. Nothing in a row was read from the object itself.
    """

    uid: str
    title: str
    url: str
    cells: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Counter:
    """How many rows a choice of a filter would leave."""

    name: str
    choice: str
    count: int


@dataclass(frozen=True)
class Answer:
    """A page of rows, how many there are in all, and whether search was limited."""

    rows: tuple[Row, ...]
    total: int
    query: ListQuery
    degraded: bool = False

    @property
    def pages(self) -> int:
        """The number of pages, at least one."""
        return max(1, -(-self.total // self.query.size))


def parse(form: Mapping[str, str | Sequence[str]], offer: Offer) -> ListQuery:
    """Read the query of an address, refusing what the list does not offer.

    :raises BadQuery: for an unknown filter, order or column, a page or a size that
        is no number or out of bounds, or too many choices.
    """
    columns = _many(form.get("col", ()))
    sort = _one(form.get("sort", ""))
    name = sort.removeprefix("-")
    _check("sort", [name] if name else [], offer.sorts)
    _check("col", columns, offer.columns)
    size = _number(form, "size", PAGE_SIZES[0], MAX_PAGE_SIZE)
    page = _number(form, "page", 1, MAX_OFFSET)
    if (page - 1) * size > MAX_OFFSET:
        raise BadQuery(name="page", value=page)
    return ListQuery(
        text=_one(form.get("q", "")).strip()[:MAX_TEXT],
        filters=_filters(form, offer),
        sort=name,
        descending=sort.startswith("-"),
        page=page,
        size=size,
        columns=tuple(columns),
    )


def page_numbers(current: int, last: int) -> list[int | None]:
    """Return the pages to offer around this one, ``None`` standing for a gap.

    The first, the last and two neighbours on each side are always there.
    """
    near = {1, last, *range(current - 2, current + 3)}
    shown: list[int | None] = []
    for number in sorted(one for one in near if 1 <= one <= last):
        previous = shown[-1] if shown else None
        if previous is not None and number - previous > 1:
            shown.append(None)
        shown.append(number)
    return shown


_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def neutral_cell(value: object) -> str:
    """Return the text of a cell that no spreadsheet takes for a formula.

    A number keeps its sign; any other text starting like a formula gets a quote.
    """
    text = "" if value is None else str(value)
    if not text.startswith(_FORMULA):
        return text
    bare = text.replace(",", ".", 1).lstrip("+-")
    is_number = bare.replace(".", "", 1).isdigit() and text[0] in "+-"
    return text if is_number and len(text) - len(bare) == 1 else f"'{text}"


def _filters(
    form: Mapping[str, str | Sequence[str]], offer: Offer
) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key in form:
        if not key.startswith("f."):
            continue
        name = key.removeprefix("f.")
        _check("f", [name], offer.filters)
        choices = tuple(dict.fromkeys(one for one in _many(form[key]) if one))
        if len(choices) > MAX_CHOICES:
            raise BadQuery(name=name, value=len(choices))
        if choices:
            found[name] = choices
    return found


def _check(name: str, values: Sequence[str], allowed: frozenset[str]) -> None:
    for value in values:
        if value not in allowed:
            raise BadQuery(name=name, value=value)


def _number(
    form: Mapping[str, str | Sequence[str]], name: str, default: int, highest: int
) -> int:
    text = _one(form.get(name, "")) or str(default)
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:9]) <= highest:
        raise BadQuery(name=name, value=text)
    return int(text)


def _one(value: object) -> str:
    texts = _many(value)
    return texts[-1] if texts else ""


def _many(value: object) -> list[str]:
    """Return the texts of one parameter; the publisher can make others of it.

    :raises BadQuery: ``?page:int=1`` or ``?q.a:record=x`` asked for such another.
    """
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, (list, tuple)):
        raise BadQuery(name="?", value=str(value)[:MAX_TEXT])
    for text in texts:
        if not isinstance(text, str):
            raise BadQuery(name="?", value=str(text)[:MAX_TEXT])
    return list(texts)

"""Which HTML may be read as legal text, what is renamed, and what is refused."""

CONTAINERS = frozenset(
    "address article aside blockquote body center div figcaption figure footer header "
    "main pre section".split()
)
PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 caption".split())
LISTS = frozenset({"ul", "ol"})
TABLE_PARTS = frozenset("thead tbody tfoot tr th td".split())
BLOCKS = CONTAINERS | PARAGRAPHS | LISTS | TABLE_PARTS | {"table", "li"}

RENAMED = {
    "b": "strong",
    "i": "em",
    "ins": "u",
    "h5": "h4",
    "h6": "h4",
    "caption": "p",
}
INLINE = frozenset("strong b em i u ins sup sub".split())
# Their words are kept, they are not: an address is not clickable on paper.
TRANSPARENT = frozenset(
    "a abbr acronym bdi big cite code data dfn font kbd label mark nobr q samp small "
    "span time tt var".split()
)
# They hold no word of the text: left by word processors.
DROPPED = frozenset("base col colgroup head hr link meta style title wbr".split())
# Everything else is refused by name: scripts, forms, frames, drawings, and struck
# words (del, s, strike), which would print as if they were law.
KNOWN = BLOCKS | INLINE | TRANSPARENT | DROPPED | {"br", "img", "html"}

IMPLIED_CLASSES = {
    "blockquote": "indent",
    "center": "center",
    "caption": "caption",
    "figcaption": "caption",
}

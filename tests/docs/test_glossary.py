"""The glossary holds words that are really used."""

from documentation import DOCS
from documentation import sources
import re


def words() -> list[str]:
    """Return the words of the first column, as the code writes them."""
    text = (DOCS / "glossary.md").read_text("utf-8")
    cells = re.findall(r"^\| ([^|]+) \|", text, re.MULTILINE)
    return [word for cell in cells for word in re.findall(r"`([^`]+)`", cell)]


def test_every_word_of_the_glossary_is_used():
    kinds = ("*.py", "*.toml", "*.zcml")
    code = "\n".join(
        path.read_text("utf-8") for kind in kinds for path in sources(kind)
    )
    assert words()
    unused = [
        word for word in words() if not re.search(rf"\b{re.escape(word)}\b", code)
    ]
    assert unused == []

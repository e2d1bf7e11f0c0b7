"""What a how-to page tells an agent to click is on the screen."""

from documentation import DOCS
from documentation import sources
import re


def clicks() -> list[str]:
    """Return the words of the screen, which the French page prints in bold."""
    text = (DOCS / "how-to" / "tenir-une-seance.md").read_text("utf-8")
    found = re.findall(r"\*\*([^*]+)\*\*", text)
    return sorted({" ".join(one.split()).removeprefix("+ ") for one in found})


def test_every_word_to_click_is_a_word_of_the_screen():
    kinds = ("*.py", "*.pt")
    code = "\n".join(
        path.read_text("utf-8") for kind in kinds for path in sources(kind)
    )
    assert len(clicks()) > 20
    assert [one for one in clicks() if one not in code] == []

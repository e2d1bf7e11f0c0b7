"""Nobody draws a part by hand: what only a macro may produce stands in no page."""

from communes.core.parts import tests
from pathlib import Path
import pytest
import re


CORE = Path(tests.__file__).parents[2]
HOUSE = CORE.parents[3]
#: Where parts are made: the macros themselves, and the shell around the page.
MAKERS = (
    CORE / "parts" / "templates",
    CORE / "shell" / "templates" / "shell.pt",
    CORE / "public" / "frame.pt",
)
#: Documents are not pages: their markup becomes a PDF.
NOT_PAGES = ("documents", "signature")
PARTS = (
    "tag", "steps", "tabs", "crumbs", "head", "chip", "filters", "bulk", "empty",
    "law", "notice", "errs", "facts", "tl", "bar", "seats", "seat", "pages",
    "saving", "ask", "counter", "field", "form-control", "form-select", "form-check",
    "form-label", "btn", "btn-primary", "table", "alert", "badge", "breadcrumb",
    "nav-tabs", "progress", "segments", "seg", "results",
)  # fmt: skip
_CLASS = re.compile(r'class="([^"]*)"')
_ELEMENT = re.compile(r"<(table|dialog|select|textarea|button)\b")
_EXPRESSION = re.compile(r"\$\{[^}]*\}")


def hand_made(markup: str) -> list[str]:
    """Return the parts a template draws itself instead of calling the macro."""
    found = [f"<{name}>" for name in _ELEMENT.findall(markup)]
    for value in _CLASS.findall(markup):
        words = _EXPRESSION.sub(" ", value).split()
        found.extend(f'class="{word}"' for word in words if word in PARTS)
    return found


def pages() -> list[Path]:
    """Return every page template of the suite that makes no part itself."""
    roots = (HOUSE / "src", HOUSE / "policy")
    templates = (path for root in roots for path in root.rglob("*.pt"))
    return [path for path in templates if not _exempt(path)]


def _exempt(path: Path) -> bool:
    if any(maker == path or maker in path.parents for maker in MAKERS):
        return True
    return bool(set(path.parts) & set(NOT_PAGES))


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_a_page_takes_its_parts_from_the_macros(page):
    twins = hand_made(page.read_text(encoding="utf-8"))
    assert not twins, f"{page}: use context/@@parts/macros instead of {twins}"


@pytest.mark.parametrize(
    ("markup", "twin"),
    [
        ('<span class="tag tag-late">En retard</span>', 'class="tag"'),
        ('<ol class="steps"><li>Proposé</li></ol>', 'class="steps"'),
        ("<table><tr><td>x</td></tr></table>", "<table>"),
        ('<a class="${css} btn btn-primary" href="#">Oui</a>', 'class="btn"'),
        ('<div class="alert alert-danger">Non</div>', 'class="alert"'),
        ("<select><option>1</option></select>", "<select>"),
    ],
)
def test_a_hand_made_twin_is_found(markup, twin):
    assert twin in hand_made(markup)


def test_a_call_of_a_macro_is_no_twin():
    assert hand_made('<metal:m use-macro="context/@@parts/macros/tag" />') == []
    assert hand_made('<div class="grid card sub stack"></div>') == []


def test_the_pages_of_the_suite_are_really_looked_at():
    names = {page.name for page in pages()}
    assert {"dashboard.pt", "search.pt", "main_template.pt"} <= names

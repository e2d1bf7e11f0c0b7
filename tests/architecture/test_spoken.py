"""What a page says stands in a catalogue: no French is written beside the messages.

``test_catalogues`` shows that every message is collected; this shows that every
sentence is a message. It reads the code and the templates without running them.
"""

import ast
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
import pytest
import re
from words import ROOT


CORE = ROOT / "src/communes.core/communes/core"
DELIBERATIONS = ROOT / "src/communes.deliberations/communes/deliberations"
PLACES = (
    CORE / "dashboards",
    CORE / "parts",
    CORE / "shell",
    DELIBERATIONS / "browser",
    DELIBERATIONS / "api/listing.py",
    DELIBERATIONS / "api/reading.py",
)
# What is left in French, and why nobody reads it in another language.
ALLOWED = {
    "ods.py": "the markup of a file; its words come from the list",
    "richtext.py": "the style of what is marked in the editor; its words are messages",
    "showcase.py": "specimens that fill the page of the parts, for those who build",
    "showcase.pt": "the page of the parts itself, for those who build",
    "writing.py": "dates and amounts as Belgians write them; a format, not sentences",
}
# Names that programs read: permissions, columns of the catalogue, methods, headers.
NAMES = {
    "Accept",
    "Forbidden",
    "Form",
    "Liste",  # a sheet whose list has no name that a spreadsheet takes
    "Modify portal content",
    "NotFound",
    "Plone Site Setup: Overview",
    "Title",
    "Unauthorized",
    "View",
}
# The calls whose texts are collected (see tools/sentences.py).
MESSAGES = {"_", "label", "because", "Reason"}
# A note for those who build, beside a name of an interface.
NOTES = {"Attribute"}
# Attributes that a person reads or hears.
READ = re.compile(r"aria-label|title|placeholder|alt|data-(label|confirm|word-.+)")
FRENCH = re.compile(r"[à-öø-ÿÀ-ÖØ-Ýœ«»’]|^[A-Z].* |^[A-Z][a-z]{3,}$")
# ${…} of a template, with at most one pair of braces inside.
PLACE = re.compile(r"\$\{(?:[^{}]|\{[^{}]*\})*\}")
WORD = re.compile(r"[^\W\d_]{2,}")


def files(pattern: str) -> list[Path]:
    """Return the files of the places whose words a person reads."""
    found = [one for place in PLACES for one in (place.rglob(pattern) or [])]
    found += [one for one in PLACES if one.match(pattern)]
    read = (one for one in found if "tests" not in one.parts)
    return sorted(one for one in read if one.name not in ALLOWED)


def unspoken_code(source: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of each French literal that no message carries."""
    tree = ast.parse(source)
    known = {id(one) for node in ast.walk(tree) for one in _carried(node)}
    joined = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in node.values
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        phrase = id(node) in joined and re.search(r"[a-z]{3,} |^ [a-z]{3,}", node.value)
        if id(node) in known or node.value in NAMES or "<" in node.value:
            continue
        if phrase or FRENCH.search(node.value):
            yield node.lineno, node.value


def _carried(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what is in a docstring, a message or the sentence of a refusal."""
    first = (getattr(node, "body", None) or [None])[0] if _documented(node) else None
    if isinstance(first, ast.Expr):
        yield from ast.walk(first)
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MESSAGES | NOTES:
        yield from ast.walk(node)
    if isinstance(node, ast.Assign):
        name = getattr(node.targets[0], "id", "")
        yield from ast.walk(node) if name == "template" else ()
    if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "compile":
        yield from ast.walk(node)


def _documented(node: ast.AST) -> bool:
    return isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)


class Template(HTMLParser):
    """Collects the words of a template that no ``i18n:`` attribute carries."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.found: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        spoken = any(one for _tag, one in self.open)
        self.open.append((tag, spoken or "i18n:translate" in given))
        self._attributes(given)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(spoken for _tag, spoken in self.open):
            self._note(data)

    def _attributes(self, given: dict[str, str]) -> None:
        pairs = given.get("i18n:attributes", "").split(";")
        spoken = {pair.split()[0] for pair in pairs if pair.strip()}
        for name, value in given.items():
            if READ.fullmatch(name) and name not in spoken:
                self._note(value)
            for text in _written(value):
                if FRENCH.search(text):
                    self.found.append((self.getpos()[0], text))

    def _note(self, text: str) -> None:
        bare = PLACE.sub("", text)
        if WORD.search(bare):
            self.found.append((self.getpos()[0], bare.strip()))


def _written(expression: str) -> Iterator[str]:
    """Yield the texts of a TAL expression: after ``string:``, and between quotes."""
    for found in re.finditer(r"(?:^|[\s|;])string:([^;}]*)", expression):
        yield PLACE.sub("", found.group(1)).strip()
    if "python:" in expression:
        yield from re.findall(r"'([^']*)'", expression)


def unspoken_template(source: str) -> list[tuple[int, str]]:
    """Return line and words of each text of a template that is not translated."""
    reader = Template()
    reader.feed(source)
    reader.close()
    return reader.found


@pytest.mark.parametrize("path", files("*.py"), ids=lambda path: path.name)
def test_a_page_says_nothing_outside_of_messages(path):
    assert list(unspoken_code(path.read_text("utf-8"))) == [], f"{path}: use _()"


@pytest.mark.parametrize("path", files("*.pt"), ids=lambda path: path.name)
def test_a_template_has_no_word_that_is_not_translated(path):
    assert unspoken_template(path.read_text("utf-8")) == [], f"{path}: use i18n:"


@pytest.mark.parametrize(
    "source",
    [
        'title = "Aucune séance."',
        'title = "Retirez un filtre"',
        'title = "Points"',
        'title = f"quorum {mark}"',
        'title = [Action("Présenter", url)]',
        'title = f"{count} point sur {total}"',
    ],
)
def test_a_literal_sentence_of_code_is_seen(source):
    assert list(unspoken_code(source))


@pytest.mark.parametrize(
    "source",
    [
        '"""Réponds à une question."""',
        'title = _("none", default="Aucune séance.")',
        'class No(Refusal):\n    template = "« ${value} » est trop long."',
        'title = f"{url}/scrutins?point={uid}"',
        'may("Modify portal content", obj)',
    ],
)
def test_a_message_or_a_name_of_a_program_is_let_through(source):
    assert list(unspoken_code(source)) == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>Aucun point</p>",
        '<p i18n:translate="a">Un</p><p>Deux</p>',
        "<p>Erreur ${view/code}</p>",
        '<nav aria-label="Compteurs"></nav>',
        '<nav aria-label="Déplacer ${word}"></nav>',
        '<tal:x define="caption string:Annexes" />',
        '<p title="${words|string:Vues}"></p>',
        "<p tal:content=\"python:'Enregistré' if done else ''\"></p>",
    ],
)
def test_a_bare_word_of_a_template_is_seen(source):
    assert unspoken_template(source)


@pytest.mark.parametrize(
    "source",
    [
        '<p i18n:translate="none">Aucun <b>point</b></p>',
        '<nav aria-label="Compteurs" i18n:attributes="aria-label counters"></nav>',
        '<tal:x define="table_class string:keep; url string:${base}/view" />',
        '<p title="${view/title}">${view/text} · 12</p>',
    ],
)
def test_a_translated_or_computed_text_of_a_template_is_let_through(source):
    assert unspoken_template(source) == []


@pytest.mark.parametrize("path", files("*.pt"), ids=lambda path: path.name)
def test_a_macro_names_its_catalogue(path):
    # A macro speaks the catalogue of the page that uses it, unless it names its own.
    opened = re.findall(r"<[^<>]*define-macro=[^<>]*>", path.read_text("utf-8"))
    whole_pages = ('define-macro="master"', 'define-macro="content"')
    nameless = [
        one
        for one in opened
        if "i18n:domain" not in one and not any(name in one for name in whole_pages)
    ]
    assert nameless == []


def test_what_is_allowed_exists_still():
    named = {one.name for place in PLACES for one in place.rglob("*.p[yt]")}
    assert set(ALLOWED) <= named

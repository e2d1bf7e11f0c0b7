"""Topics, blocks and files of addresses as people and programs write them."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.mailing.people.domain import Entrant
from communes.web.domain.errors import NotReady
from communes.web.domain.newsletter.errors import BadBlock
from communes.web.domain.newsletter.errors import BadFile
from communes.web.domain.newsletter.errors import BadTopics
from communes.web.domain.newsletter.issue import Block
from communes.web.domain.newsletter.issue import Issue
from communes.web.domain.newsletter.issue import KINDS
from communes.web.domain.newsletter.issue import Topic
from communes.web.domain.newsletter.rich import good_link
from communes.web.domain.newsletter.sending import TOPICS
import csv
from dataclasses import fields
from html import escape
import io
import re
import unicodedata


MOST_TOPICS, MOST_BLOCKS, MOST_LINES = 30, 60, 50_000
LONGEST = {"title": 200, "when": 200, "alt": 500, "html": 50_000}
_LINKS = ("url", "picture")
_ADDRESS_IN_TEXT = re.compile(r"(https?://[^\s<>\"]+[^\s<>\".,;:!?)])")


def read_topics(rows: Iterable[Mapping[str, object]]) -> tuple[Topic, ...]:
    """Return topics; one without an id gets it of its title, and keeps it.

    :raises BadTopics: a name is missing or stands twice.
    """
    found: dict[str, Topic] = {}
    for row in rows:
        title = " ".join(str(row.get("title") or "").split())
        id = str(row.get("id") or "") or slug(title)
        twin = any(one.title.lower() == title.lower() for one in found.values())
        if not title or not id or id in found or twin or len(title) > 80:
            raise BadTopics(field="topics", name=title)
        found[id] = Topic(id, title)
    if len(found) > MOST_TOPICS:
        raise BadTopics(field="topics", name=f"{len(found)} thèmes")
    return tuple(found.values())


def slug(title: str) -> str:
    """Return an id made of a title."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:40]


def read_blocks(rows: Iterable[Mapping[str, object]]) -> tuple[Block, ...]:
    """Return the blocks of an issue.

    :raises BadBlock: names the first one that can not be shown, and why.
    """
    found = tuple(_block(number, row) for number, row in enumerate(rows, 1))
    if len(found) > MOST_BLOCKS:
        problem = f"un numéro a {MOST_BLOCKS} blocs au plus"
        raise BadBlock(field="blocks", number=len(found), name="", problem=problem)
    return found


def _block(number: int, row: Mapping[str, object]) -> Block:
    known = {one.name for one in fields(Block)}
    unknown = sorted(set(row) - known)
    said = {name: str(row.get(name) or "").strip() for name in known}
    block = Block(**said)
    problem = f"« {unknown[0]} » n'en fait pas partie" if unknown else _problem(block)
    if problem:
        raise BadBlock(field="blocks", number=number, name=block.title, problem=problem)
    return block


def _problem(block: Block) -> str:
    if block.kind not in KINDS:
        return f"sa sorte est une de celles-ci : {', '.join(KINDS)}"
    for name, most in LONGEST.items():
        if len(getattr(block, name)) > most:
            return f"« {name} » compte {most} signes au plus"
    for name in _LINKS:
        if getattr(block, name) and not good_link(getattr(block, name)):
            return "une adresse commence par https://"
    if block.kind == "image" and not block.picture:
        return "choisissez une image"
    return ""


def paragraphs(text: str) -> str:
    """Return typed lines as formatted text: paragraphs, lists, addresses as links."""
    parts = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return "".join(_part(part.strip()) for part in parts if part.strip())


def _part(part: str) -> str:
    lines = [line.strip() for line in part.split("\n")]
    made, items = [], []
    for line in [*lines, ""]:
        if line.startswith("- "):
            items.append(f"<li>{_linked(line[2:])}</li>")
            continue
        if items:
            made.append(f"<ul>{''.join(items)}</ul>")
            items = []
        if line:
            made.append(f"<p>{_linked(line)}</p>")
    return "".join(made)


def _linked(line: str) -> str:
    said = escape(line, quote=False)
    return _ADDRESS_IN_TEXT.sub(r'<a href="\1">\1</a>', said)


def refuse_unready(issue: Issue) -> None:
    """Let an issue be tested or sent only once it says something to everybody.

    :raises NotReady: names what it lacks.
    """
    missing = []
    if not issue.subject.strip():
        missing.append("l'objet")
    if not issue.blocks:
        missing.append("au moins un bloc")
    for number, one in enumerate(issue.blocks, 1):
        if one.picture and not one.alt:
            missing.append(f"le texte alternatif de l'image du bloc {number}")
        if not (one.title or one.html or one.picture):
            missing.append(f"le bloc {number}, qui est vide")
    if missing:
        raise NotReady(name=issue.subject, missing=", ".join(missing))


def chosen_topics(given: Iterable[str], topics: Iterable[Topic]) -> list[str]:
    """Return the ids among those given that are topics, in the topics' order."""
    wanted = set(given)
    return [one.id for one in topics if one.id in wanted]


def read_entrants(data: bytes, topics: Iterable[Topic]) -> list[Entrant]:
    """Return the lines of a CSV with the columns ``adresse`` and ``themes``.

    Themes are ids or names, separated by commas; unknown ones count for nothing.

    :raises BadFile: it has no such column, or too many lines.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    sign = ";" if ";" in text.partition("\n")[0] else ","
    reader = csv.DictReader(io.StringIO(text), delimiter=sign)
    names = {(name or "").strip().lower(): name for name in reader.fieldnames or ()}
    column = next((names[one] for one in _ADDRESSES if one in names), None)
    if column is None:
        raise BadFile(field="file", most=MOST_LINES)
    known = list(topics)
    wished = next((names[one] for one in _THEMES if one in names), None)
    lines = [row for row in reader if (row.get(column) or "").strip()]
    if len(lines) > MOST_LINES:
        raise BadFile(field="file", most=MOST_LINES)
    return [
        Entrant(row[column], {TOPICS: _wished(row.get(wished or ""), known)})
        for row in lines
    ]


_ADDRESSES = ("adresse", "address", "e-mail", "email", "courriel")
_THEMES = ("themes", "thèmes", "topics")


def _wished(said: object, topics: list[Topic]) -> list[str]:
    given = {slug(part) for part in str(said or "").split(",")}
    return [one.id for one in topics if one.id in given or slug(one.title) in given]

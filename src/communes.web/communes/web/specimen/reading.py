"""Reads the written part of the specimen: pages and services as plain values."""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from html import escape
from pathlib import Path
import re
from typing import Any


FOLDER = Path(__file__).parent
#: Branch of the site -> the file that holds its pages, in the order of the menu.
BRANCHES = ("vivre-ici", "ma-commune", "decouvrir", "entreprendre", "utile")
_PRICE = "price"


@dataclass(frozen=True)
class WrittenPage:
    """A page of the site map; ``path`` is below its branch, « . » the branch itself.

    ``contacts`` are the keys of entries it shows; ``note`` is its post-it.
    """

    branch: str
    path: str
    title: str
    description: str
    category: str
    audiences: tuple[str, ...]
    html: str
    note: str = ""
    contacts: tuple[str, ...] = ()
    hidden: bool = False


@dataclass(frozen=True)
class WrittenService:
    """A sheet; ``answers`` is the key of the entry that does, ``values`` the rest."""

    id: str
    answers: str
    category: str
    values: dict[str, Any] = field(hash=False)


def pages() -> tuple[WrittenPage, ...]:
    """Return every page of the site map, each branch before what is below it."""
    return tuple(one for branch in BRANCHES for one in _branch(branch))


def services() -> tuple[WrittenService, ...]:
    """Return every service of the commune."""
    text = (FOLDER / "services.txt").read_text("utf-8")
    return tuple(_service(*part) for part in _parts(text))


def _parts(text: str) -> Iterator[tuple[list[str], list[str]]]:
    for chunk in re.split(r"(?m)^# ", text)[1:]:
        head, *lines = chunk.strip().splitlines()
        yield [one.strip() for one in head.split("|")], lines


def _branch(branch: str) -> Iterator[WrittenPage]:
    text = (FOLDER / "pages" / f"{branch}.txt").read_text("utf-8")
    for head, lines in _parts(text):
        path, title, category, who = (*head, "")[:4]
        note = [one[2:] for one in lines if one.startswith("! ")]
        shown = [one[2:] for one in lines if one.startswith("@ ")]
        body = [one for one in lines[1:] if one[:2] not in ("! ", "@ ")]
        audiences = tuple(one for one in who.split(",") if one and one != "hidden")
        yield WrittenPage(
            branch,
            path,
            title,
            lines[0],
            category if category != "aine" else "social",
            audiences,
            markup(body),
            note[0] if note else "",
            tuple(one.strip() for one in shown[0].split(",")) if shown else (),
            who == "hidden",
        )


def markup(lines: list[str]) -> str:
    """Return paragraphs, lists (« - ») and headings (« ## ») as HTML."""
    found: list[str] = []
    for line in lines:
        if line.startswith("## "):
            found.append(f"<h2>{escape(line[3:], False)}</h2>")
        elif line.startswith("- "):
            item = f"<li>{escape(line[2:], False)}</li>"
            if found and found[-1].endswith("</ul>"):
                found[-1] = found[-1].removesuffix("</ul>") + f"{item}</ul>"
            else:
                found.append(f"<ul>{item}</ul>")
        else:
            found.append(f"<p>{escape(line, False)}</p>")
    return "".join(found)


def _service(head: list[str], lines: list[str]) -> WrittenService:
    id, title, _empty, answers, theme, life, price, delay, ways = head
    values: dict[str, Any] = {
        "title": title,
        "description": lines[0],
        "life_events": [one for one in life.split(",") if one],
        "delay": int(delay) or None,
        "channels": [_channel(kind) for kind in ways.split(",")],
    }
    if float(price):
        values["costs"] = [{"id": _PRICE, "amount": price, "condition": "Tarif"}]
    questions, rules = [], []
    for line in lines[1:]:
        name, _colon, said = line.partition(": ")
        if name == "ask":
            questions.append([one.strip() for one in said.split("|")])
        elif name == "rule":
            about, what = (one.strip() for one in said.split("|"))
            rules.append({"id": "loi", "title": about, "description": what})
        elif name == "for":
            values["for_whom"] = said
        elif name == "steps":
            values["steps"] = [one.strip() for one in said.split(" ; ")]
        else:
            kept = {"need": "pieces", "get": "results"}[name]
            values[kept] = _named(said)
    return WrittenService(
        id, answers, theme, {**values, "questions": questions, "rules": rules}
    )


def _named(said: str) -> list[dict[str, str]]:
    parts = (one.strip() for one in said.split(" ; "))
    return [{"id": f"n{at}", "title": one} for at, one in enumerate(parts, 1)]


def _channel(kind: str) -> dict[str, str]:
    contacts = {
        "counter": "Hôtel de ville, place du Perron 1",
        "mail": "Place du Perron 1, 5999 Valmont-sur-Lesse",
        "phone": "082 00 00 10",
        "online": "",
    }
    return {"id": kind, "kind": kind, "contact": contacts[kind]}

"""The page of reference of a kind of message, made from what declares it."""

from collections.abc import Iterable
from communes.exchange.messages.domain.kind import MessageKind
import json


def page(kind: MessageKind) -> str:
    """Return the page of one kind, as Markdown."""
    changes = "\n".join(
        f"| {one.day.isoformat()} | {one.text} |" for one in kind.changes
    )
    personal = "Peut porter des données personnelles.\n\n" if kind.personal else ""
    return (
        f"# {kind.title}\n\n`{kind.name}`\n\n{kind.description}\n\n{personal}"
        f"## Exemple\n\n{_json(kind.example)}\n\n"
        f"## Schéma JSON (2020-12)\n\n{_json(kind.schema)}\n\n"
        f"## Changements\n\n| jour | quoi |\n|---|---|\n{changes}\n"
    )


def index(kinds: Iterable[MessageKind]) -> str:
    """Return the list of the pages, as Markdown."""
    rows = "\n".join(
        f"| [`{one.name}`](kinds/{one.name}.md) | {one.title} | "
        f"{'oui' if one.personal else 'non'} |"
        for one in kinds
    )
    return (
        "# Catalogue des messages\n\nÉcrit par `make openapi` à partir de ce que les "
        "solutions déclarent ; le site le montre à la page « Catalogue des messages » "
        "et par `GET @exchange-messages`.\n\n"
        f"| genre | titre | données personnelles |\n|---|---|---|\n{rows}\n"
    )


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return f"```json\n{text}\n```"

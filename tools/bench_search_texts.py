"""Realistic French documents, as many as wanted, the same ones for the same seed.

Sentences of the judged texts of the search, put together anew with streets, sums,
references and names drawn by the seed: what councils, letters and pages of a commune
say, with the words in their usual frequencies.
"""

from collections.abc import Iterator
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from pathlib import Path
import random
import re


SEED = 20261122
# The sites of the benchmark, and who searches there.
SITE, SMALL, REAL, STOCK = "bench", "small", "real", "stock"
LOGIN = ("bench.reader", "Valmont-2026-bench")
GROUPS = 200
WORDS = 150
READER_GROUPS = 12
CORPUS = (
    Path(__file__).resolve().parent.parent
    / "src/communes.search/communes/search/relevance/corpus"
)
TYPES = ("Document", "File", "News Item", "Event")
STATES = ("private", "published", "pending")
SUBJECTS = (
    "Voirie", "Finances", "Urbanisme", "Enseignement", "Environnement", "Personnel",
    "Marchés publics", "Population", "Culture", "Sport", "Cimetières", "Police",
)  # fmt: skip
STREETS = (
    "rue du Moulin", "rue de l'Église", "place du Perron", "rue Basse", "chemin Vert",
    "rue des Ardoisiers", "avenue de la Gare", "rue du Thier", "sentier du Lavoir",
)  # fmt: skip
NAMES = (
    "Lambotte", "Dubois", "Lejeune", "Noël", "Pirotte", "Evrard", "Delvigne", "Quoilin",
    "Gérouville", "Massart", "Troquet", "Bodart", "Collignon", "Wauters", "Hendrickx",
)  # fmt: skip
# Two words a reader would type, and mean.
QUESTIONS = (
    "voirie travaux", "taxe déchets", "permis urbanisme", "subside club", "école repas",
    "marché public", "personnel engagement", "égouts rue", "plainte bruit",
    "cimetière concession", "budget communal", "facture fournisseur",
    "conseil communal",
    "éclairage public", "stationnement place", "bibliothèque horaires",
    "carte identité",
    "arbres abattage", "piscine tarif", "convention intercommunale",
)  # fmt: skip


def sentences() -> list[str]:
    """Return every sentence of the judged texts."""
    found = []
    for path in sorted(CORPUS.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith(("@", "#")):
                found += re.split(r"(?<=[.?!]) (?=[A-ZÀ-Ý])", line)
    return found


def titles() -> list[str]:
    """Return every title of the judged texts."""
    found = []
    for path in sorted(CORPUS.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("@"):
                found.append(line.rpartition("|")[2].strip())
    return found


def group(number: int) -> str:
    return f"bench-service-{number:03}"


def records(count: int, path: str, seed: int = SEED) -> Iterator[dict[str, object]]:
    """Yield ``count`` search records below ``path``, their rights over all groups."""
    draw = random.Random(seed)  # noqa: S311 - repeatable, not secret
    lines, heads = sentences(), titles()
    start = datetime(2018, 1, 1, tzinfo=UTC)
    for number in range(count):
        street, name = draw.choice(STREETS), draw.choice(NAMES)
        reference = f"{draw.randint(2018, 2026)}/{draw.randint(1, 9999):04}"
        title = f"{draw.choice(heads)} – {street} {draw.randint(1, 250)}"
        text = [title, f"Dossier {reference} de {name}, {draw.randint(50, 90000)} €."]
        size = sum(len(part.split()) for part in text)
        while size < WORDS:
            text.append(draw.choice(lines))
            size += len(text[-1].split())
        day = start + timedelta(minutes=draw.randint(0, 8 * 365 * 24 * 60))
        moment = day.strftime("%Y-%m-%dT%H:%M:%SZ")
        readers = {group(draw.randrange(GROUPS)) for _ in range(draw.randint(1, 3))}
        yield {
            "UID": f"{seed:08x}{number:024x}",
            "path": f"{path}/{number // 1000}/{number}",
            "path_depth": 4,
            "path_parents": [path, f"{path}/{number // 1000}"],
            "getId": str(number),
            "portal_type": draw.choices(TYPES, (70, 15, 10, 5))[0],
            "review_state": draw.choice(STATES),
            "Subject": draw.sample(SUBJECTS, draw.randint(1, 2)),
            "Title": title,
            "Description": lines[draw.randrange(len(lines))][:200],
            "SearchableText": " ".join(text),
            "sortable_title": title.lower(),
            "Creator": name,
            "Language": "fr",
            "created": moment,
            "modified": moment,
            "effective": moment,
            "expires": "9999-12-31T00:00:00Z",
            "indexed_at": moment,
            "allowedRolesAndUsers": ["Manager", *sorted(f"user:{g}" for g in readers)],
            "version_l": number + 1,
            "rights_version_l": number + 1,
        }


def questions(count: int, seed: int = SEED) -> list[str]:
    """Return ``count`` questions of two words, no two alike as far as possible."""
    draw = random.Random(seed + 1)  # noqa: S311 - repeatable, not secret
    known = list(QUESTIONS)
    words = sorted({word for each in QUESTIONS for word in each.split()})
    seen = set(known)
    while len(known) < count and len(seen) < len(words) ** 2 - len(words):
        pair = " ".join(draw.sample(words, 2))
        if pair not in seen:
            seen.add(pair)
            known.append(pair)
    return known[:count]


def reader_groups(seed: int = SEED) -> list[str]:
    """Return the groups of the person who searches."""
    draw = random.Random(seed + 2)  # noqa: S311 - repeatable, not secret
    return [
        group(number) for number in sorted(draw.sample(range(GROUPS), READER_GROUPS))
    ]

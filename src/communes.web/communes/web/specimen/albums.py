"""The albums of the specimen, of drawn pictures with their words."""

from communes.web.specimen import town
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from typing import Any


_SUBJECTS = (
    "Le carnaval des Boulants", "La marche Saint-Hadelin", "La brocante d'automne",
    "Les classes vertes", "L'inauguration du quai", "La semaine de l'arbre",
    "Le trail de la Lesse", "Les mérites sportifs", "La crue de février",
    "Les ruines du château", "Le moulin de Rochebois", "Les potales",
    "La fête de la musique", "Le marché du soir", "Les jardins ouverts",
    "Les chantiers de l'été", "La kermesse de Froidpré", "Les bords de la Lesse",
    "L'école autrefois", "Le bourg vu du ciel",
)  # fmt: skip


@dataclass(frozen=True)
class MadeAlbum:
    """``seeds`` are the numbers its pictures are drawn from."""

    id: str
    values: dict[str, Any]
    seeds: tuple[int, ...]


def albums(today: date, count: int = 20, pictures: int = 6) -> tuple[MadeAlbum, ...]:
    """Return the albums, the last first."""
    return tuple(_one(at, today, pictures) for at in range(count))


def _one(at: int, today: date, pictures: int) -> MadeAlbum:
    taken = today - timedelta(days=20 + at * 33)
    title = f"{_SUBJECTS[at % len(_SUBJECTS)]}, {taken.year}"
    return MadeAlbum(
        f"album-{at + 1}",
        {
            "title": title,
            "description": f"{pictures} images de {town.VILLAGES[at % 4][1]}.",
            "taken_on": taken,
            "place": town.VILLAGES[at % 4][1],
            "photographer": town.person(at + 3),
            "licence": "CC BY 4.0",
            "consent_checked": True,
            "categories": ("culture",),
        },
        tuple(at * 100 + number for number in range(pictures)),
    )

"""An album of photographs, and what it lacks before everybody sees it."""

from communes.web.domain.errors import NotReady
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Photo:
    """``alternative`` says in words what is seen (WCAG 2.2, 1.1.1)."""

    id: str
    url: str
    alternative: str = ""
    caption: str = ""


@dataclass(frozen=True)
class Album:
    """Photographs in the order they are shown.

    ``consent_checked``: whoever is recognisable agreed, somebody looked.
    """

    id: str
    title: str
    photos: tuple[Photo, ...] = ()
    taken_on: date | None = None
    place: str = ""
    photographer: str = ""
    licence: str = ""
    consent_checked: bool = False


def without_alternative(album: Album) -> tuple[Photo, ...]:
    """Return the photographs that nothing describes."""
    return tuple(one for one in album.photos if not one.alternative.strip())


def missing_of(album: Album) -> tuple[str, ...]:
    """Return what an album lacks before everybody sees it."""
    silent = without_alternative(album)
    return (
        *(["au moins une photo"] if not album.photos else []),
        *([f"le texte alternatif de {len(silent)} photo(s)"] if silent else []),
        *([] if album.consent_checked else ["la vérification du droit à l'image"]),
    )


def refuse_unless_ready(album: Album) -> None:
    """Let an album be published only when all can read it and all agreed.

    :raises NotReady: it names what is missing.
    """
    missing = missing_of(album)
    if missing:
        raise NotReady(field="photos", name=album.title, missing=", ".join(missing))

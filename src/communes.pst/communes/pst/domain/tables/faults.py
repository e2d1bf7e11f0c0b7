"""A fault of a cell, told with its column."""

from communes.core.errors.domain import Reason
from communes.pst.domain.errors import because


def at_column(column: str, reason: Reason) -> Reason:
    """Return a reason that begins with the column it is about."""
    return because(
        reason.code,
        "${column} : ${sentence}",
        column=column,
        sentence=str(reason),
    )


def unknown_columns(headers: tuple[str, ...], known: tuple[str, ...]) -> Reason:
    """Return the reason of a sheet with columns nobody knows."""
    return because(
        "unknown_column",
        "Colonne inconnue : ${columns}. Renommez-la ou supprimez-la ; colonnes "
        "possibles : ${known}.",
        columns=", ".join(f"« {one} »" for one in headers),
        known=", ".join(known),
    )

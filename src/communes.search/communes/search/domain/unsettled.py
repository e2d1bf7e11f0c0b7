"""What an index may not yet know about rights, and how a search leaves it out."""

from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True)
class Unsettled:
    """What changed in the database and may not have changed in the index.

    :param places: physical paths; the rights of all below may have changed.
    :param uids: objects whose document may be older than they are.
    :param allowed: UIDs among all these that the reader was found to see, by looking
        at the object or at the catalogue of this very transaction.

    A search counts, lists and suggests from what is settled and from ``allowed``.
    """

    places: tuple[str, ...] = ()
    uids: tuple[str, ...] = ()
    allowed: tuple[str, ...] = field(default=(), compare=False)

    def __bool__(self) -> bool:
        return bool(self.places or self.uids)

    def holds(self, uid: str, path: str) -> bool:
        """Tell whether a hit is among what may have changed."""
        return uid in self.uids or is_below(path, self.places)


def is_below(path: str, places: tuple[str, ...]) -> bool:
    """Tell whether ``path`` is one of the places or lies below one."""
    return any(path == place or path.startswith(f"{place}/") for place in places)

"""What an application did, told so that a person can check it."""

from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True)
class Change:
    """One thing made or changed: where (a path) and what (a French sentence)."""

    place: str
    what: str

    def __str__(self) -> str:
        """Return the change as one line."""
        return f"{self.place} : {self.what}"


@dataclass(frozen=True)
class KeptValue:
    """A value changed on the live site that the file did not overwrite."""

    place: str
    key: str
    live: object
    wanted: object

    def __str__(self) -> str:
        """Return the kept value as one line, with the cure."""
        return (
            f"{self.place} : {self.key} a été changé sur le site "
            f"({shown(self.live)}) et n'est pas remplacé par {shown(self.wanted)} ; "
            "employez --force pour imposer le fichier."
        )


@dataclass(frozen=True)
class DemoAccount:
    """A demonstration account: who one may be, and how to log in."""

    login: str
    password: str
    role: str


@dataclass
class Report:
    """Everything one application did; ``changes`` is empty when nothing had to be.

    ``notes`` tell what is there and not in the file, and stays; ``sites`` are the
    paths of the sites; ``accounts`` only those of a demonstration.
    """

    sites: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    kept: list[KeptValue] = field(default_factory=list)
    notes: list[Change] = field(default_factory=list)
    accounts: list[DemoAccount] = field(default_factory=list)

    def lines(self) -> list[str]:
        """Return the report as lines for a console."""
        told = [f"+ {change}" for change in self.changes]
        told += [f"= {kept}" for kept in self.kept]
        told += [f"! {note}" for note in self.notes]
        return told or ["Rien à changer : les sites sont tels que le fichier les dit."]


def shown(value: object, longest: int = 60) -> str:
    """Return a value as a person reads it, cut when it is long."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if value in (None, "", [], {}):
        return "rien"
    if isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
        text = ", ".join(value)
    else:
        text = str(value)
    return f"« {text} »" if len(text) <= longest else f"« {text[: longest - 1]}… »"

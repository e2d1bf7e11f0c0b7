"""The natures and matters of publications, and who may have decided them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
import tomllib


_HERE = Path(__file__).parent
AUTHORITIES = {
    "bourgmestre": "Bourgmestre",
    "college": "Collège",
    "conseil": "Conseil",
    "gouvernement": "Gouvernement wallon",
}


@dataclass(frozen=True)
class Nature:
    """One nature; ``binds``: a rule for everyone; ``approval``: usually approved."""

    id: str
    title: str
    binds: bool
    approval: bool = False


@cache
def natures() -> dict[str, Nature]:
    """Return every nature by its id, in the order they are offered."""
    rows = tomllib.loads((_HERE / "natures.toml").read_text(encoding="utf-8"))
    return {row["id"]: Nature(**row) for row in rows["nature"]}


@cache
def matters() -> dict[str, str]:
    """Return every matter, id to name, by name."""
    text = (_HERE / "matters.toml").read_text(encoding="utf-8")
    found: dict[str, str] = tomllib.loads(text)["matters"]
    return found

"""A profile is a folder of data; this is the only place that reads it from disk."""

from collections.abc import Mapping
from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing
from communes.policy.domain.commune import Commune
from communes.policy.domain.reading import read_commune
from communes.policy.solutions import TABLES
from dataclasses import dataclass
from pathlib import Path
import tomllib
from typing import Any


class NoSuchProfile(Missing):
    """The folder has no ``commune.toml``. Cure: name a folder of ``profiles/``."""

    code = "no_such_profile"
    template = (
        "Aucun fichier « commune.toml » dans « ${name} » : "
        "donnez le dossier d'une commune, par exemple profiles/demo."
    )
    i18n_domain = "communes.policy"


class BrokenToml(InvalidInput):
    """The file is not TOML. Cure: correct the line the sentence names."""

    code = "broken_toml"
    template = "${where} : le fichier n'est pas du TOML lisible (${problem})."
    i18n_domain = "communes.policy"


@dataclass(frozen=True)
class Profile:
    """One commune as its folder describes it."""

    folder: Path
    commune: Commune
    settings: Mapping[str, Any]

    @property
    def slug(self) -> str:
        """The short name, which is also the path of the sites' folder."""
        return self.commune.identity.slug

    def file(self, name: str) -> bytes:
        """Return the bytes of one file of the folder."""
        return (self.folder / name).read_bytes()


def load(folder: Path | str) -> Profile:
    """Read the profile of a commune.

    :raises NoSuchProfile: the folder has no ``commune.toml``.
    :raises BrokenToml: the file can not be parsed.
    :raises InvalidSettings: with every problem of the file.
    """
    folder = Path(folder).resolve()
    source = folder / "commune.toml"
    if not source.is_file():
        raise NoSuchProfile(name=str(folder))
    where = f"{folder.parent.name}/{folder.name}/{source.name}"
    try:
        data = tomllib.loads(source.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BrokenToml(where=where, problem=str(error)) from error
    files = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assembled = read_commune(data, TABLES, where, folder.name, files)
    return Profile(folder, assembled.commune, assembled.settings)

"""The answers of plonemeeting.restapi as files: in a folder, or in one zip."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.errors.domain import InvalidInput
from communes.deliberations.domain.errors import I18N_DOMAIN
from communes.deliberations.domain.plonemeeting.reading import Export
import json
from typing import IO
import zipfile


KINDS = ("meetings", "items", "advices")
#: Where the files of the annexes lie, each under its UID.
ANNEXES = "annexes/"
#: What an archive of twenty years holds, and a zip that would fill a disk does not.
MOST_FILES = 200_000
MOST_BYTES = 20_000_000_000


class UnreadableExport(InvalidInput):
    """What was brought is no export of PloneMeeting. Cure: stands in the sentence."""

    code = "unreadable_export"
    template = "${problem}"
    i18n_domain = I18N_DOMAIN


class ZipFiles(Mapping[str, bytes]):
    """The files of an export in a zip, by name, each read when it is asked for.

    Nothing is ever unpacked to a disk: no name of a file leads anywhere.

    :raises UnreadableExport: it is no zip, or holds more than any archive does.
    """

    def __init__(self, file: IO[bytes]) -> None:
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, OSError, ValueError):
            raise UnreadableExport(
                field="file", problem="Ce fichier n'est pas une archive zip."
            ) from None
        found = [one for one in self._zip.infolist() if not one.is_dir()]
        if len(found) > MOST_FILES or sum(one.file_size for one in found) > MOST_BYTES:
            raise UnreadableExport(
                field="file", problem="Cette archive est trop grande : découpez-la."
            )
        self._names = {one.filename: one for one in found}

    def below(self, folder: str) -> "ZipFiles":
        """Return the files below a folder, by what follows it."""
        part = object.__new__(ZipFiles)
        part._zip = self._zip
        part._names = {
            name.removeprefix(folder): one
            for name, one in self._names.items()
            if name.startswith(folder)
        }
        return part

    def __getitem__(self, name: str) -> bytes:
        one = self._names[name]
        if one.flag_bits & 1:
            raise UnreadableExport(
                field="file", problem=f"{name} est chiffré : refaites l'archive sans."
            )
        try:
            return self._zip.read(one)
        except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError):
            raise UnreadableExport(
                field="file", problem=f"{name} est abîmé : refaites l'archive."
            ) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def answers_in(names: Mapping[str, object]) -> dict[str, list[str]]:
    """Return the names of the answers by kind, in order.

    :raises UnreadableExport: there is none.
    """
    found = {
        kind: sorted(
            name
            for name in names
            if name.startswith(kind) and name.endswith(".json") and "/" not in name
        )
        for kind in KINDS
    }
    if not any(found.values()):
        raise UnreadableExport(
            field="file",
            problem="Aucun fichier meetings*.json, items*.json ou advices*.json n'est "
            "à la racine de l'archive.",
        )
    return found


def read_answers(files: Mapping[str, bytes]) -> Export:
    """Return the objects of all the answers.

    :raises UnreadableExport: there is none, one is no JSON or has no list of ``items``.
    """
    names = answers_in(files)
    return Export(
        **{
            kind: [one for name in names[kind] for one in objects_of(name, files[name])]
            for kind in KINDS
        }
    )


def objects_of(name: str, text: bytes) -> list[object]:
    """Return the objects of one answer.

    :raises UnreadableExport: it is no JSON, or has no list of ``items``.
    """
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableExport(
            field="file", problem=f"{name} n'est pas du JSON : {error}"
        ) from None
    found = answer.get("items") if isinstance(answer, dict) else answer
    if not isinstance(found, list):
        raise UnreadableExport(
            field="file", problem=f"{name} n'a pas de liste « items »."
        )
    return found

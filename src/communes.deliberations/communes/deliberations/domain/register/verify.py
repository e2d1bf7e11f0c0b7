"""Does a register hold? Each thing that can be wrong is found, and named."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from communes.deliberations.domain.register.entry import GENESIS
from communes.deliberations.domain.register.entry import MarginNote
from communes.deliberations.domain.register.entry import RegisterEntry
from communes.deliberations.domain.register.entry import seal_of
from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """What is wrong with an entry or a note."""

    GAP = "gap"
    TWIN = "twin"
    SEAL = "seal"
    CHAIN = "chain"
    MISSING_FILE = "missing_file"
    CHANGED_FILE = "changed_file"
    NOT_ARCHIVE = "not_archive"
    NOWHERE = "nowhere"
    CUT = "cut"


FAULT_WORDS = {
    FaultKind.GAP: "un numéro manque avant celui-ci",
    FaultKind.TWIN: "ce numéro est donné deux fois",
    FaultKind.SEAL: "le contenu a été modifié : son sceau ne correspond plus",
    FaultKind.CHAIN: "le chaînage avec l'inscription précédente est rompu",
    FaultKind.MISSING_FILE: "le fichier a disparu",
    FaultKind.CHANGED_FILE: "le fichier n'est plus celui qui a été inscrit",
    FaultKind.NOT_ARCHIVE: "le fichier n'est pas un PDF/A lisible",
    FaultKind.NOWHERE: "la mention marginale vise une inscription qui n'existe pas",
    FaultKind.CUT: "le registre est plus court que son compteur",
}


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: on an entry, or on a note (``note`` is its place)."""

    position: int
    kind: str
    note: int = 0

    def __str__(self) -> str:
        """Return the French sentence."""
        what = f"mention {self.note}" if self.note else f"inscription {self.position}"
        return f"{what} : {FAULT_WORDS[FaultKind(self.kind)]}"


@dataclass(frozen=True)
class FileFacts:
    """A file as it lies there: its hash now, and whether it is a PDF/A."""

    sha256: str
    archive: bool


Look = Callable[[str], FileFacts | None]


def verify(
    entries: Iterable[RegisterEntry],
    notes: Iterable[MarginNote],
    look: Look,
    last: int = 0,
) -> tuple[Fault, ...]:
    """Return every fault of a register; empty when it holds.

    :param look: hash as entered -> the file as it lies there now, None when gone.
    :param last: the last position that the counter gave: an end cut off is seen.
    """
    found = tuple(entries)
    known = {one.position for one in found}
    faults = [*_chain(found), *_numbers(found), *_files(found, look)]
    if last > max(known, default=0):
        faults.append(Fault(last, FaultKind.CUT.value))
    return (*faults, *_notes(tuple(notes), known, look))


def _chain(entries: tuple[RegisterEntry, ...]) -> Iterator[Fault]:
    previous, expected = GENESIS, 1
    for one in entries:
        if one.position > expected:
            yield Fault(one.position, FaultKind.GAP.value)
        if one.position < expected:
            yield Fault(one.position, FaultKind.TWIN.value)
        if one.previous != previous:
            yield Fault(one.position, FaultKind.CHAIN.value)
        if one.seal != seal_of(one):
            yield Fault(one.position, FaultKind.SEAL.value)
        previous, expected = one.seal, one.position + 1


def _numbers(entries: tuple[RegisterEntry, ...]) -> Iterator[Fault]:
    """Yield where the numbers of a year, or of the whole, are not 1, 2, 3…"""
    seen: dict[int, int] = {}
    for one in entries:
        series = one.year
        following = seen.get(series, 0) + 1
        continuous = one.number == one.position
        if not continuous and one.number > following:
            yield Fault(one.position, FaultKind.GAP.value)
        if not continuous and one.number < following:
            yield Fault(one.position, FaultKind.TWIN.value)
        seen[series] = max(following, one.number) if not continuous else following


def _files(entries: tuple[RegisterEntry, ...], look: Look) -> Iterator[Fault]:
    for one in entries:
        for wanted in filter(None, (one.sha256, one.signed_sha256)):
            # What comes back from paper is a scan, and of archive only if it can be.
            kind = _file_fault(wanted, look(wanted), archive=wanted == one.sha256)
            if kind is not None:
                yield Fault(one.position, kind.value)


def _file_fault(
    wanted: str, file: FileFacts | None, *, archive: bool
) -> FaultKind | None:
    if file is None:
        return FaultKind.MISSING_FILE
    if file.sha256 != wanted:
        return FaultKind.CHANGED_FILE
    return FaultKind.NOT_ARCHIVE if archive and not file.archive else None


def _notes(
    notes: tuple[MarginNote, ...], known: set[int], look: Look
) -> Iterator[Fault]:
    previous, expected = GENESIS, 1
    for one in notes:
        kinds = []
        if one.position != expected:
            kinds.append(FaultKind.GAP)
        if one.previous != previous:
            kinds.append(FaultKind.CHAIN)
        if one.seal != seal_of(one):
            kinds.append(FaultKind.SEAL)
        if one.entry not in known:
            kinds.append(FaultKind.NOWHERE)
        if one.sha256:
            wrong = _file_fault(one.sha256, look(one.sha256), archive=False)
            kinds += [wrong] if wrong is not None else []
        for kind in kinds:
            yield Fault(one.entry, kind.value, one.position)
        previous, expected = one.seal, one.position + 1

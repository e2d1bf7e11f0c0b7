"""A scanned paper on its way to its item, listed until somebody is done with it."""

from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing
from communes.deliberations.domain.errors import I18N_DOMAIN
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


#: Papers of one batch, and what one of them may weigh.
MOST_FILES = 100
MOST_BYTES = 60_000_000


class ScanState(StrEnum):
    """Where a paper is. Only a person makes one of the last two go away."""

    WAITING = "waiting"
    PLACED = "placed"
    LEFT = "left"


SCAN_LABELS = {
    ScanState.WAITING: "Lecture en cours",
    ScanState.PLACED: "Rangé",
    ScanState.LEFT: "À ranger",
}


class NoCause(StrEnum):
    """Why a paper found no item by itself."""

    NO_CODE = "no_code"
    UNKNOWN = "unknown"
    NOT_HERE = "not_here"
    UNREADABLE = "unreadable"


CAUSE_LABELS = {
    NoCause.NO_CODE: "Aucun code sur la première page.",
    NoCause.UNKNOWN: "Le code n'est celui d'aucun point de cette assemblée.",
    NoCause.NOT_HERE: "Vous ne pouvez pas joindre d'annexe à ce point pour l'instant.",
    NoCause.UNREADABLE: "La première page ne peut pas être lue.",
}


class ScanRefused(InvalidInput):
    """A file is no PDF, or a batch is too large. Cure: in the sentence."""

    code = "scan_refused"
    template = "« ${name} » n'est pas pris : ${problem}."
    i18n_domain = I18N_DOMAIN


class UnknownScan(Missing):
    """There is no such paper on the list. Cure: reload the list."""

    code = "unknown_scan"
    template = "Ce document numérisé n'est plus dans la liste : rechargez la page."
    i18n_domain = I18N_DOMAIN


class UnknownItem(Missing):
    """No item has that number or reference. Cure: take it from the sheet."""

    code = "scan_unknown_item"
    template = (
        "« ${name} » n'est pas un point que vous voyez ici : copiez sa référence ou "
        "son adresse."
    )
    i18n_domain = I18N_DOMAIN


@dataclass(frozen=True)
class Scan:
    """One scanned paper.

    :param name: of its file.
    :param item: UID of the item it lies at, once placed.
    :param cause: a value of ``NoCause``; empty while it waits or when it is placed.
    """

    id: str
    name: str
    by: str
    at: datetime
    state: ScanState = ScanState.WAITING
    item: str = ""
    cause: str = ""


def check_scan(name: str, data: bytes) -> None:
    """Refuse what is no PDF or too large.

    :raises ScanRefused: names the file.
    """
    if not data.startswith(b"%PDF"):
        raise ScanRefused(field="files", name=name, problem="ce n'est pas un PDF")
    if len(data) > MOST_BYTES:
        size = MOST_BYTES // 1_000_000
        raise ScanRefused(field="files", name=name, problem=f"il dépasse {size} Mo")

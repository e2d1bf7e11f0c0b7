"""What a proof proves, said so that a citizen understands it."""

from communes.core.parts.domain.writing import long_date
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo


BELGIUM = ZoneInfo("Europe/Brussels")


class Finding(StrEnum):
    """The outcome of a check, the best first."""

    PROVEN = "proven"
    #: All is intact; the authority is not among those this server knows.
    UNKNOWN_AUTHORITY = "unknown_authority"
    #: The document is not the one that was sealed.
    CHANGED = "changed"
    #: The seal itself is false or damaged.
    BROKEN = "broken"


@dataclass(frozen=True)
class Verdict:
    """What was found about one sealed document.

    ``moment`` has its time zone; it and ``authority`` are None and empty where the
    seal says nothing that can be believed.
    """

    finding: Finding
    name: str
    size: int
    sha256: str
    moment: datetime | None = None
    authority: str = ""

    @property
    def proven(self) -> bool:
        """Whether the moment may be relied upon."""
        return self.finding is Finding.PROVEN


def belgian_moment(moment: datetime) -> str:
    """Return « lundi 23 novembre 2026 à 10:42:07 (heure belge) »."""
    local = moment.astimezone(BELGIUM)
    return f"{long_date(local.date())} à {local:%H:%M:%S} (heure belge)"


def sentences(verdict: Verdict) -> tuple[str, ...]:
    """Return what the verdict means, the most important first, in French."""
    document = f"« {verdict.name} » (SHA-256 : {verdict.sha256})"
    if verdict.moment is None or verdict.finding is Finding.BROKEN:
        return (
            "La preuve n'est pas valable : l'horodatage est faux ou abîmé.",
            "Téléchargez à nouveau la preuve depuis la publication.",
        )
    when = belgian_moment(verdict.moment)
    if verdict.finding is Finding.CHANGED:
        return (
            "La preuve n'est pas valable : le document n'est pas celui qui a été "
            "horodaté.",
            f"Un autre document a été horodaté le {when} par « {verdict.authority} ».",
        )
    said = (
        f"Le document {document} existait, exactement tel quel, le {when}.",
        f"C'est ce qu'atteste l'autorité d'horodatage « {verdict.authority} ».",
    )
    if verdict.proven:
        return ("La preuve est valable.", *said)
    return (
        "Le document et l'horodatage sont intacts, mais l'autorité d'horodatage n'est "
        "pas de celles que ce vérificateur connaît : vérifiez qui elle est.",
        *said,
    )

"""What an assembly sets for its minutes and for the signatures of its acts."""

from communes.deliberations.domain.setting_parts import about
from dataclasses import dataclass
from dataclasses import field
from enum import StrEnum


class Approval(StrEnum):
    """How an assembly approves its minutes."""

    ITEM = "item"
    DIRECT = "direct"


class SigningRole(StrEnum):
    """Who signs the acts of an assembly."""

    SECRETARY = "secretary"
    PRESIDENT = "president"


@dataclass(frozen=True)
class MinutesSettings:
    """The minutes of one assembly."""

    approval: str = field(
        default=Approval.ITEM.value,
        metadata=about(
            "Le procès-verbal est approuvé par un point d'une séance suivante, ou "
            "directement par le secrétariat.",
            choices=Approval,
        ),
    )
    approval_title: str = field(
        default="Procès-verbal de la séance du ${day} – Approbation",
        metadata=about("Objet du point d'approbation ; place : ${day}."),
    )
    approval_decision: str = field(
        default="DÉCIDE d'approuver le procès-verbal de la séance du ${day}.",
        metadata=about("Décision du point d'approbation ; place : ${day}."),
    )
    approval_category: str = field(
        default="",
        metadata=about("Catégorie du point d'approbation ; vide : la première."),
    )
    approval_service: str = field(
        default="",
        metadata=about(
            "Service qui propose le point d'approbation ; vide : le premier."
        ),
    )
    readers: tuple[str, ...] = field(
        default=(),
        metadata=about(
            "Assemblées dont les membres lisent les procès-verbaux approuvés."
        ),
    )


@dataclass(frozen=True)
class SigningSettings:
    """The signatures of the acts of one assembly."""

    way: str = field(
        default="paper",
        metadata=about(
            "Mode de signature : paper, local, remote, ou un mode ajouté à la suite."
        ),
    )
    order: tuple[str, ...] = field(
        default=(SigningRole.SECRETARY.value, SigningRole.PRESIDENT.value),
        metadata=about(
            "Signataires, dans leur ordre.", choices=SigningRole, ordered=True
        ),
    )
    in_order: bool = field(
        default=True,
        metadata=about("Chacun signe après le précédent."),
    )

"""The table ``[publications]`` of a commune: the institutions of its portal."""

from collections.abc import Mapping
from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Reason
from communes.core.theme.domain import palette
from communes.publications.domain.projection import DECISION
from communes.publications.domain.projection import PROJECT
from communes.publications.domain.publication.kinds import matters
from communes.publications.domain.titles import check_pattern
from communes.publications.domain.titles import DEFAULT_PATTERN
from dataclasses import dataclass
from dataclasses import field
import re


KINDS = {
    "commune": "Commune",
    "cpas": "CPAS",
    "zone-de-police": "Zone de police",
    "zone-de-secours": "Zone de secours",
    "intercommunale": "Intercommunale",
    "regie": "Régie",
    "province": "Province",
}
DRAFT_WARNING = (
    "Ce projet n'engage pas l'institution : seule la décision prise en séance fait foi."
)
_NIS = re.compile(r"\d{5}")
_ENTERPRISE = re.compile(r"\d{10}")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_URL = re.compile(r"(https?://\S+)?")
#: Only what the accent of a page needs; the brand is what must be readable.
_ACCENT = "#e0b23c"


@dataclass(frozen=True)
class NameSettings:
    """A mandatary who is shown under another name than the one that arrives."""

    received: str = field(metadata={"doc": "nom reçu", "min": 1})
    shown: str = field(metadata={"doc": "nom montré", "min": 1})


@dataclass(frozen=True)
class InstitutionSettings:
    """``[[publications.institutions]]``: one institution; ``id`` is its NIS code."""

    id: str = field(metadata={"doc": "code INS, cinq chiffres : son adresse"})
    title: str = field(metadata={"doc": "nom", "min": 1})
    enterprise_number: str = field(
        metadata={"doc": "numéro d'entreprise, dix chiffres"}
    )
    mail: str = field(metadata={"doc": "adresse électronique de contact"})
    kind: str = field(
        default="commune", metadata={"doc": "genre", "choices": tuple(KINDS)}
    )
    published: bool = field(
        default=True, metadata={"doc": "visible du public dès sa création"}
    )
    address: str = field(default="", metadata={"doc": "adresse postale"})
    website: str = field(default="", metadata={"doc": "adresse du site, http…"})
    brand_colour: str = field(
        default="#0b5d6b", metadata={"doc": "couleur des titres et des liens"}
    )
    disclaimer: str = field(
        default=DRAFT_WARNING, metadata={"doc": "avertissement des projets"}
    )
    notice: str = field(
        default="", metadata={"doc": "avertissement sous chaque décision"}
    )
    privacy_url: str = field(
        default="",
        metadata={"doc": "page qui explique pourquoi un texte est masqué"},
    )
    sender: str = field(
        default="", metadata={"doc": "correspondant dont viennent ses séances"}
    )
    stages: tuple[str, ...] = field(
        default=(PROJECT, DECISION),
        metadata={"doc": "ce qu'elle publie", "choices": (PROJECT, DECISION)},
    )
    asks_first: bool = field(
        default=False, metadata={"doc": "relire ce qui arrive avant de le publier"}
    )
    meeting_title: str = field(
        default=DEFAULT_PATTERN,
        metadata={"doc": "titre d'une séance, avec ${assembly}, ${date}, ${number}"},
    )
    timezone: str = field(default="Europe/Brussels", metadata={"doc": "fuseau horaire"})
    matters: Mapping[str, str] = field(
        default_factory=dict,
        metadata={"doc": "catégorie reçue → une des 29 matières"},
    )
    representatives: tuple[NameSettings, ...] = field(
        default=(), metadata={"doc": "mandataires montrés sous un autre nom"}
    )
    managers: tuple[str, ...] = field(
        default=(), metadata={"doc": "comptes qui règlent l'institution"}
    )
    decisionmanagers: tuple[str, ...] = field(
        default=(), metadata={"doc": "comptes qui relisent les séances reçues"}
    )
    publicationcreators: tuple[str, ...] = field(
        default=(), metadata={"doc": "comptes qui écrivent les règlements et avis"}
    )
    publicationvalidators: tuple[str, ...] = field(
        default=(), metadata={"doc": "comptes qui les valident et les publient"}
    )
    publicationmanagers: tuple[str, ...] = field(
        default=(), metadata={"doc": "comptes qui les archivent et les dépublient"}
    )


@dataclass(frozen=True)
class PublicationsSettings:
    """``[publications]``: who the portal shows."""

    institutions: tuple[InstitutionSettings, ...] = field(
        default=(), metadata={"doc": "institutions du portail"}
    )


def check(settings: PublicationsSettings) -> tuple[Reason, ...]:
    """Return what no single setting can say: one reason for each contradiction."""
    found: list[Reason] = []
    seen: set[str] = set()
    for one in settings.institutions:
        if one.id in seen:
            found.append(_reason(one, "ce code INS est donné deux fois"))
        seen.add(one.id)
        found += problems(one)
    return tuple(found)


def problems(one: InstitutionSettings) -> list[Reason]:
    """Return what is wrong with the settings of one institution."""
    fits = (
        (_NIS.fullmatch(one.id), "le code INS compte cinq chiffres"),
        (
            _ENTERPRISE.fullmatch(one.enterprise_number),
            "le numéro d'entreprise compte dix chiffres",
        ),
        (_MAIL.fullmatch(one.mail), "l'adresse électronique n'en est pas une"),
        (_URL.fullmatch(one.privacy_url), "la page des textes masqués est une adresse"),
        (_URL.fullmatch(one.website), "le site est une adresse http"),
    )
    found = [_reason(one, problem) for good, problem in fits if not good]
    unknown = sorted(set(one.matters.values()) - set(matters()))
    if unknown:
        known = ", ".join(matters())
        problem = f"« {unknown[0]} » n'est pas une matière, mais l'une de {known} l'est"
        found.append(_reason(one, problem))
    try:
        palette(one.brand_colour, _ACCENT)
        check_pattern(one.meeting_title)
    except InvalidInput as refusal:
        found.append(refusal.reason)
    return found


def _reason(one: InstitutionSettings, problem: str) -> Reason:
    return Reason(
        "institution_refused",
        "L'institution « ${name} » ne peut pas être réglée ainsi : ${problem}.",
        {"name": one.id, "problem": problem},
        "communes.publications",
    )

"""Who the commune is, where it is served, and how it looks."""

from dataclasses import dataclass
from dataclasses import field
from enum import StrEnum


class Category(StrEnum):
    """The kind of local authority; its organs and its law follow from it."""

    COMMUNE = "commune"
    CPAS = "cpas"
    PROVINCE = "province"
    ZONE_DE_POLICE = "zone-de-police"
    ZONE_DE_SECOURS = "zone-de-secours"
    INTERCOMMUNALE = "intercommunale"
    RCA = "rca"


@dataclass(frozen=True)
class Identity:
    """``[identity]``: the names and numbers of the authority."""

    slug: str = field(metadata={"doc": "nom court, celui du dossier du profil"})
    name: str = field(metadata={"doc": "nom en toutes lettres", "min": 1, "max": 100})
    nis: str = field(metadata={"doc": "code NIS de la commune, cinq chiffres"})
    category: Category = field(
        default=Category.COMMUNE, metadata={"doc": "genre de pouvoir local"}
    )
    postal_codes: tuple[str, ...] = field(
        default=(), metadata={"doc": "codes postaux de l'entité"}
    )
    inhabitants: int = field(
        default=0, metadata={"doc": "population au 1er janvier", "min": 0}
    )
    languages: tuple[str, ...] = field(
        default=("fr",),
        metadata={"doc": "langues", "choices": ("fr", "de", "nl"), "min": 1},
    )


@dataclass(frozen=True)
class Site:
    """``[sites.<id>]``: one Plone site and the solutions it has."""

    title: str = field(
        default="", metadata={"doc": "nom du site ; sans lui, le nom de la commune"}
    )
    solutions: tuple[str, ...] = field(
        default=(), metadata={"doc": "solutions installées sur ce site"}
    )
    email: str = field(
        default="", metadata={"doc": "adresse d'où partent les courriels du site"}
    )
    address: str = field(
        default="",
        metadata={"doc": "adresse du site (https://…), celle des liens des courriels"},
    )


@dataclass(frozen=True)
class Sites:
    """``[sites]``: the sites the commune asks for; an absent one is not made."""

    agents: Site | None = field(
        default=None, metadata={"doc": "site des agents, derrière la connexion"}
    )
    www: Site | None = field(default=None, metadata={"doc": "site public"})

    def named(self) -> dict[str, Site]:
        """Return the sites that exist, by id, the agents' one first."""
        pairs = (("agents", self.agents), ("www", self.www))
        return {name: site for name, site in pairs if site is not None}


@dataclass(frozen=True)
class Branding:
    """``[branding]``: what makes the commune recognisable on screen and paper."""

    brand_colour: str = field(
        default="#0b5d6b", metadata={"doc": "couleur des liens et boutons"}
    )
    accent_colour: str = field(
        default="#e0b23c", metadata={"doc": "couleur d'accompagnement"}
    )
    font: str = field(
        default="inter",
        metadata={
            "doc": "police de caractères, livrée avec le site",
            "choices": ("inter", "atkinson", "source-sans", "source-serif"),
        },
    )
    logo: str = field(
        default="", metadata={"doc": "image PNG, dans le dossier du profil"}
    )
    crest: str = field(
        default="", metadata={"doc": "armoiries SVG, dans le dossier du profil"}
    )

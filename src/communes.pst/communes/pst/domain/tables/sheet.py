"""What a sheet is, and which sheets a programme fills."""

from communes.pst.domain.element import Action
from communes.pst.domain.element import Dependency
from communes.pst.domain.element import Element
from communes.pst.domain.element import Steered
from communes.pst.domain.indicator import Indicator
from communes.pst.domain.indicator import Measure
from communes.pst.domain.indicator import YearTarget
from communes.pst.domain.money import Article
from communes.pst.domain.money import BudgetRow
from communes.pst.domain.money import Projection
from communes.pst.domain.money import Share
from communes.pst.domain.plain import CLASSES
from communes.pst.domain.risk import Risk
from dataclasses import dataclass
from dataclasses import fields
from datetime import date
from decimal import Decimal


Cell = str | int | Decimal | date | bool | None

PLAN, TERMS, ELEMENTS = "Plan", "Listes", "Éléments"
ELEMENT, INDICATOR = "Élément", "Indicateur"


@dataclass(frozen=True)
class Table:
    """One sheet: its name, the first row, the rows below it.

    A row that is shorter than the header ends with empty cells.

    :param line: where the header stands; the rows follow it without a gap.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    line: int = 1


@dataclass(frozen=True)
class RecordSheet:
    """A sheet with the rows of one field of the elements.

    :param owner: the class of elements that have the field.
    :param labels: names and headers of its columns, beside the element.
    :param inside: name of the indicators' field the rows belong to; empty for rows
        that belong to an element directly.
    """

    name: str
    field: str
    record: type
    owner: type[Element]
    labels: tuple[tuple[str, str], ...]
    inside: str = ""


RECORD_SHEETS = (
    RecordSheet(
        "Budget",
        "budget",
        BudgetRow,
        Steered,
        (
            ("source", "Source"),
            ("year", "Année"),
            ("amount", "Montant"),
            ("comment", "Commentaire"),
        ),
    ),
    RecordSheet(
        "Articles",
        "articles",
        Article,
        Steered,
        (
            ("year", "Année"),
            ("service", "Service"),
            ("side", "Type"),
            ("code", "Article"),
            ("title", "Intitulé"),
            ("amount", "Montant"),
        ),
    ),
    RecordSheet(
        "Projections",
        "projections",
        Projection,
        Steered,
        (
            ("service", "Service"),
            ("side", "Type"),
            ("group", "Groupe économique"),
            ("title", "Intitulé"),
            ("year", "Année"),
            ("amount", "Montant"),
        ),
    ),
    RecordSheet(
        "Indicateurs",
        "indicators",
        Indicator,
        Steered,
        (
            ("id", "Identifiant"),
            ("label", "Intitulé"),
            ("unit", "Unité"),
            ("direction", "Sens"),
            ("source", "Source"),
            ("baseline", "Point de départ"),
            ("weight", "Poids"),
        ),
    ),
    RecordSheet(
        "Cibles",
        "indicators",
        YearTarget,
        Steered,
        (("year", "Année"), ("value", "Cible")),
        "targets",
    ),
    RecordSheet(
        "Mesures",
        "indicators",
        Measure,
        Steered,
        (("day", "Date"), ("value", "Valeur"), ("comment", "Commentaire")),
        "measures",
    ),
    RecordSheet(
        "Risques",
        "risks",
        Risk,
        Steered,
        (
            ("id", "Identifiant"),
            ("title", "Intitulé"),
            ("probability", "Probabilité"),
            ("impact", "Impact"),
            ("mitigation", "Réponse"),
            ("owner", "Suivi par"),
            ("review_on", "À revoir le"),
            ("closed_on", "Clos le"),
        ),
    ),
    RecordSheet(
        "Répartition",
        "split",
        Share,
        Action,
        (("place", "Endroit"), ("percent", "Part (%)")),
    ),
    RecordSheet(
        "Dépendances",
        "depends_on",
        Dependency,
        Action,
        (("on", "Attend"), ("lag", "Jours d'écart")),
    ),
)

# Cells that name another element: written as its reference, read as that or its id.
REFERRING = frozenset({"parent", "target", "place", "on"})

OVERRIDE = (
    ("progress", "Avancement corrigé"),
    ("reason", "Motif de la correction"),
    ("by", "Corrigé par"),
    ("on", "Corrigé le"),
)

PLAN_FIELDS = (
    ("id", "Identifiant"),
    ("title", "Intitulé"),
    ("institution", "Institution"),
    ("starts", "Début du mandat"),
    ("ends", "Fin du mandat"),
    ("budget_years", "Années budgétaires"),
    ("ins_code", "Code INS"),
    ("fiscal_year", "Exercice"),
    ("use_reference_numbers", "Montrer les références"),
    ("last_number", "Dernière référence"),
    ("rolled_up_states", "États comptés dans les totaux"),
    ("aldermen_designated_on", "Désignation des échevins"),
    ("noted_on", "Prise d'acte par le Conseil"),
)

TERM_LISTS = (
    ("sources", "Sources de budget"),
    ("priorities", "Priorités"),
    ("categories", "Catégories"),
    ("sector_plans", "Plans sectoriels"),
)

_FIRST = ("id", "number", "parent", "position", "title", "state")
_APART = frozenset({sheet.field for sheet in RECORD_SHEETS} | {"override"})


def element_fields() -> tuple[str, ...]:
    """Return the fields of elements that have a column, over all levels, in order."""
    names = dict.fromkeys(_FIRST)
    for cls in CLASSES.values():
        names.update(dict.fromkeys(one.name for one in fields(cls)))
    return tuple(name for name in names if name not in _APART)

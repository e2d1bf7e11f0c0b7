"""A file of eComptes read, every value checked, every fault named with its line."""

from collections.abc import Callable
from communes.core.errors.domain import Reason
from communes.core.errors.domain import RuleRefused
from communes.pst.domain.choices import BudgetService
from communes.pst.domain.choices import BudgetSide
from communes.pst.domain.choices import Institution
from communes.pst.domain.choices import Kind
from communes.pst.domain.ecomptes.document import Civility
from communes.pst.domain.ecomptes.document import Contact
from communes.pst.domain.ecomptes.document import Document
from communes.pst.domain.ecomptes.document import Entry
from communes.pst.domain.ecomptes.document import Mode
from communes.pst.domain.ecomptes.document import Status
from communes.pst.domain.ecomptes.document import Text
from communes.pst.domain.ecomptes.document import VERSION
from communes.pst.domain.ecomptes.writing import NAMES
from communes.pst.domain.ecomptes.xml_tree import Node
from communes.pst.domain.ecomptes.xml_tree import parsed_xml
from communes.pst.domain.errors import because
from communes.pst.domain.errors import I18N_DOMAIN
from communes.pst.domain.money import Article
from communes.pst.domain.money import Projection
from datetime import date
from decimal import Decimal
from decimal import InvalidOperation
from enum import Enum
from typing import TypeVar


Value = TypeVar("Value")
Choice = TypeVar("Choice", bound=Enum)

_BELOW = {
    Kind.PART: Kind.STRATEGIC,
    Kind.STRATEGIC: Kind.OPERATIONAL,
    Kind.OPERATIONAL: Kind.ACTION,
}


class FileRefused(RuleRefused):
    """A file of eComptes has values that can not be read; each reason names one."""

    code = "ecomptes_refused"
    template = "Le fichier d'eComptes ne peut pas être repris."
    i18n_domain = I18N_DOMAIN


def read(data: bytes) -> Document:
    """Return the file as records; entries know the line they begin at.

    :raises UnreadableXml: it is no XML, or declares entities.
    :raises FileRefused: with a reason for every fault, each with its line.
    """
    reader = _Reading()
    document = reader.document(parsed_xml(data))
    if reader.faults:
        raise FileRefused(*reader.faults)
    return document


class _Reading:
    """One reading; faults gather so that all are told at once."""

    def __init__(self) -> None:
        self.faults: list[Reason] = []

    def document(self, root: Node) -> Document:
        """Return the records of the root."""
        if root.name != "dataroot":
            self._fault(root, "dataroot", root.name)
        identity = self._node(root, "Identifiants")
        programme = self._node(root, "PST")
        plan = self._node(programme, "DescriptionPST")
        version = self._text(identity, "Version")
        if version != VERSION:
            self._fault(identity, f"la version {VERSION}", version)
        parts = self._node(programme, "Volets")
        return Document(
            id=self._text(identity, "Id"),
            institution=self._choice(identity, "TypeAdmin", Institution),
            ins=self._text(identity, "INS"),
            year=self._whole(identity, "Exercice"),
            generator=self._text(identity, "Generateur"),
            plan_id=self._text(plan, "IdPST"),
            plan_title=self._text(plan, "Libelle"),
            first_year=self._whole(plan, "ExerciceDebut"),
            last_year=self._whole(plan, "ExerciceFin"),
            parts=self._entries(parts, Kind.PART),
        )

    def _entries(self, held: Node | None, kind: Kind) -> tuple[Entry, ...]:
        name = NAMES[kind][0]
        found = []
        for node in held.children if held else ():
            if node.name == name:
                found.append(self._entry(node, kind))
            else:
                self._fault(node, name, node.name)
        return tuple(found)

    def _entry(self, node: Node, kind: Kind) -> Entry:
        list_name = NAMES[kind][1]
        department = node.child("Departement")
        return Entry(
            kind=kind,
            id=self._attribute(node, "ElementId", str),
            year=self._attribute(node, "Exercice", int),
            title=self._text(node, "Libelle"),
            begins=self._day(node, "DateDebut"),
            ends=self._day(node, "DateFin"),
            text=self._long(node, "Description"),
            status=self._choice(node, "Statut", Status),
            responsible=self._contact(node.child("Responsable")),
            mandatary=self._contact(node.child("Mandataire")),
            department=department.text.strip() if department else None,
            progress=self._percent(node),
            remark=self._long(node, "RemarqueStatut"),
            fte=self._number(node, "ETP"),
            plans=self._list(node, "Plans"),
            partners=self._list(node, "Partenaires"),
            articles=self._articles(node.child("Articles")),
            projections=self._projections(node.child("Projections")),
            children=(
                self._entries(node.child(list_name), _BELOW[kind]) if list_name else ()
            ),
            line=node.line,
        )

    def _contact(self, node: Node | None) -> Contact | None:
        if node is None:
            return None
        return Contact(
            self._choice(node, "Civilite", Civility),
            self._text(node, "Nom"),
            self._text(node, "Prenom"),
            self._text(node, "Tel"),
            self._text(node, "eMail"),
        )

    def _articles(self, held: Node | None) -> tuple[Article, ...]:
        return tuple(
            Article(
                self._whole(node, "Exercice"),
                self._choice(node, "Service", BudgetService),
                self._choice(node, "Type", BudgetSide),
                self._text(node, "CodeArticle"),
                self._text(node, "Libelle"),
                self._number(node, "Montant"),
            )
            for node in (held.children if held else ())
        )

    def _projections(self, held: Node | None) -> tuple[Projection, ...]:
        found = []
        for node in held.children if held else ():
            years = node.child("Exercices")
            for year in years.children if years else ():
                found.append(
                    Projection(
                        self._choice(node, "Service", BudgetService),
                        self._choice(node, "Type", BudgetSide),
                        self._text(node, "GroupeEco"),
                        self._text(node, "Libelle"),
                        self._attribute(year, "Valeur", int),
                        self._number(year, "Montant"),
                    )
                )
        return tuple(found)

    def _node(self, parent: Node, name: str) -> Node:
        found = parent.child(name)
        if found is None:
            self._fault(parent, f"l'élément {name}", "rien")
            return Node(name, parent.line)
        return found

    def _text(self, parent: Node, name: str) -> str:
        return self._node(parent, name).text.strip()

    def _long(self, parent: Node, name: str) -> Text:
        node = self._node(parent, name)
        value = node.child("Valeur")
        # A text may end or begin with spaces that mean something.
        return Text(value.text if value else "", self._choice(node, "Mode", Mode))

    def _list(self, parent: Node, name: str) -> tuple[str, ...]:
        return tuple(one.text.strip() for one in self._node(parent, name).children)

    def _choice(self, parent: Node, name: str, choices: type[Choice]) -> Choice:
        node = self._node(parent, name)
        try:
            return choices(node.text.strip())
        except ValueError:
            known = ", ".join(str(one.value) for one in choices)
            self._fault(node, known, node.text.strip())
            return next(iter(choices))

    def _day(self, parent: Node, name: str) -> date | None:
        node = parent.child(name)
        if node is None:
            return None
        # xs:date may carry a time zone, which a day does not need.
        return self._read(node, node.text.strip()[:10], date.fromisoformat, "une date")

    def _whole(self, parent: Node, name: str) -> int:
        node = self._node(parent, name)
        return self._read(node, node.text.strip(), int, "un nombre entier") or 0

    def _number(self, parent: Node, name: str) -> Decimal:
        node = self._node(parent, name)
        text = node.text.strip()
        return self._read(node, text, _finite, "un nombre") or Decimal(0)

    def _percent(self, parent: Node) -> Decimal:
        found = self._number(parent, "TauxAvancement")
        if not 0 <= found <= 100:
            self._fault(parent, "un taux d'avancement de 0 à 100", found)
        return found

    def _attribute(
        self, node: Node, name: str, convert: Callable[[str], Value]
    ) -> Value:
        text = node.attributes.get(name, "")
        found = self._read(node, text, convert, f"l'attribut {name}") if text else None
        if found is None:
            if not text:
                self._fault(node, f"l'attribut {name}", "rien")
            return convert("0")
        return found

    def _read(
        self, node: Node, text: str, convert: Callable[[str], Value], expected: str
    ) -> Value | None:
        try:
            return convert(text)
        except (ValueError, InvalidOperation):
            self._fault(node, expected, text)
            return None

    def _fault(self, node: Node, expected: str, value: object) -> None:
        self.faults.append(
            because(
                "ecomptes_value",
                "Ligne ${line}, ${name} : attendu ${expected}, trouvé « ${value} ».",
                line=node.line,
                name=node.name,
                expected=expected,
                value=value,
            )
        )


def _finite(text: str) -> Decimal:
    value = Decimal(text)
    if not value.is_finite():
        raise ValueError(text)
    return value

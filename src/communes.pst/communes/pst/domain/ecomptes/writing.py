"""A file of eComptes as XML, in the order its schema wants."""

from communes.pst.domain.choices import Kind
from communes.pst.domain.ecomptes.document import Contact
from communes.pst.domain.ecomptes.document import Document
from communes.pst.domain.ecomptes.document import Entry
from communes.pst.domain.ecomptes.document import Text
from communes.pst.domain.ecomptes.document import VERSION
from communes.pst.domain.money import Article
from communes.pst.domain.money import Projection
from communes.pst.domain.plain import decimal_text
from decimal import Decimal
from itertools import groupby
import re
from xml.etree.ElementTree import Element
from xml.etree.ElementTree import indent
from xml.etree.ElementTree import SubElement
from xml.etree.ElementTree import tostring


# Name of the element of each level, and of the list that holds what stands below it.
NAMES = {
    Kind.PART: ("Volet", "ObjectifStrategiques"),
    Kind.STRATEGIC: ("ObjectifStrategique", "ObjectifsOperationnels"),
    Kind.OPERATIONAL: ("ObjectifOperationnel", "Actions"),
    Kind.ACTION: ("Action", ""),
    Kind.SUB_ACTION: ("Action", ""),
}

# What XML 1.0 has no way to say, even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def written(document: Document, with_accounts: bool = False) -> bytes:
    """Return the file in UTF-8.

    :param with_accounts: write articles and projections, as the accounts do when they
        send the file back; the schema of what is sent to them has no place for them.
    """
    root = Element("dataroot")
    _identity(SubElement(root, "Identifiants"), document)
    programme = SubElement(root, "PST")
    description = SubElement(programme, "DescriptionPST")
    _leaf(description, "IdPST", document.plan_id[:40])
    _leaf(description, "Libelle", document.plan_title[:255])
    _leaf(description, "ExerciceDebut", str(document.first_year))
    _leaf(description, "ExerciceFin", str(document.last_year))
    parts = SubElement(programme, "Volets")
    for part in document.parts:
        _entry(parts, part, with_accounts)
    indent(root)
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _identity(parent: Element, document: Document) -> None:
    _leaf(parent, "Id", document.id)
    _leaf(parent, "TypeAdmin", document.institution.value)
    _leaf(parent, "INS", document.ins)
    _leaf(parent, "Type", "PST")
    _leaf(parent, "Exercice", str(document.year))
    _leaf(parent, "Version", VERSION)
    _leaf(parent, "Generateur", document.generator[:50])


def _entry(parent: Element, entry: Entry, with_accounts: bool) -> None:
    name, below = NAMES[entry.kind]
    one = SubElement(parent, name, ElementId=entry.id, Exercice=str(entry.year))
    _leaf(one, "Libelle", entry.title)
    if entry.begins:
        _leaf(one, "DateDebut", entry.begins.isoformat())
    if entry.ends:
        _leaf(one, "DateFin", entry.ends.isoformat())
    _text(one, "Description", entry.text)
    _leaf(one, "Statut", entry.status.value)
    _contact(one, "Responsable", entry.responsible)
    _contact(one, "Mandataire", entry.mandatary)
    if entry.department is not None:
        _leaf(one, "Departement", entry.department)
    _leaf(one, "TauxAvancement", decimal_text(entry.progress))
    _text(one, "RemarqueStatut", entry.remark)
    _leaf(one, "ETP", decimal_text(entry.fte))
    _list(one, "Plans", "Plan", entry.plans)
    _list(one, "Partenaires", "Partenaire", entry.partners)
    if with_accounts:
        _articles(one, entry.articles)
        _projections(one, entry.projections)
    if below and entry.children:
        held = SubElement(one, below)
        for child in entry.children:
            _entry(held, child, with_accounts)


def _contact(parent: Element, name: str, contact: Contact | None) -> None:
    if contact is None:
        return
    one = SubElement(parent, name)
    _leaf(one, "Civilite", contact.civility.value)
    _leaf(one, "Nom", contact.last_name)
    _leaf(one, "Prenom", contact.first_name)
    _leaf(one, "Tel", contact.phone)
    _leaf(one, "eMail", contact.email)


def _articles(parent: Element, articles: tuple[Article, ...]) -> None:
    held = SubElement(parent, "Articles")
    for article in articles:
        one = SubElement(held, "Article")
        _leaf(one, "Exercice", str(article.year))
        _leaf(one, "Service", article.service.value)
        _leaf(one, "Type", article.side.value)
        _leaf(one, "CodeArticle", article.code)
        _leaf(one, "Libelle", article.title)
        _leaf(one, "Montant", _amount(article.amount))


def _projections(parent: Element, projections: tuple[Projection, ...]) -> None:
    held = SubElement(parent, "Projections")

    def line(one: Projection) -> tuple[str, str, str, str]:
        return one.service.value, one.side.value, one.group, one.title

    for (service, side, group, title), years in groupby(projections, key=line):
        one = SubElement(held, "Projection")
        _leaf(one, "Service", service)
        _leaf(one, "Type", side)
        _leaf(one, "GroupeEco", group)
        _leaf(one, "Libelle", title)
        exercises = SubElement(one, "Exercices")
        for projection in years:
            year = SubElement(exercises, "Exercice", Valeur=str(projection.year))
            _leaf(year, "Montant", _amount(projection.amount))


def _amount(amount: Decimal) -> str:
    return format(amount, "f")


def _list(parent: Element, name: str, item: str, values: tuple[str, ...]) -> None:
    held = SubElement(parent, name)
    for value in values:
        _leaf(held, item, value)


def _text(parent: Element, name: str, text: Text) -> None:
    one = SubElement(parent, name)
    _leaf(one, "Mode", text.mode.value)
    _leaf(one, "Valeur", text.value)


def _leaf(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _FORBIDDEN.sub("", text)

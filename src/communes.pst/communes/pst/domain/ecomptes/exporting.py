"""A programme made into a file for the accounts, with what could not be said in it."""

from collections.abc import Iterable
from collections.abc import Iterator
from communes.core.errors.domain import Reason
from communes.pst.domain.choices import Institution
from communes.pst.domain.choices import Kind
from communes.pst.domain.ecomptes.directory import Directory
from communes.pst.domain.ecomptes.document import Contact
from communes.pst.domain.ecomptes.document import Document
from communes.pst.domain.ecomptes.document import Entry
from communes.pst.domain.ecomptes.document import Mode
from communes.pst.domain.ecomptes.document import Status
from communes.pst.domain.ecomptes.document import Text
from communes.pst.domain.ecomptes.naming import libelle
from communes.pst.domain.ecomptes.naming import LONGEST
from communes.pst.domain.ecomptes.naming import shortened
from communes.pst.domain.ecomptes.status import action_status
from communes.pst.domain.ecomptes.status import objective_status
from communes.pst.domain.ecomptes.status import part_status
from communes.pst.domain.ecomptes.status import remark
from communes.pst.domain.element import Action
from communes.pst.domain.element import Element
from communes.pst.domain.element import OperationalObjective
from communes.pst.domain.element import Part
from communes.pst.domain.element import Planned
from communes.pst.domain.element import Steered
from communes.pst.domain.errors import because
from communes.pst.domain.errors import InvalidValue
from communes.pst.domain.errors import once
from communes.pst.domain.programme import Programme
from communes.pst.domain.progress import progresses
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
import re


GENERATOR = "communes.pst"
NO_PART = "neant"


@dataclass(frozen=True)
class Exported:
    """A file, and a sentence for each thing it could not say."""

    document: Document
    warnings: tuple[Reason, ...]


def exported(tree: Programme, today: date, directory: Directory) -> Exported:
    """Return the file of a programme, and what of it the schema has no place for.

    Objectives without a part stand under one called NEANT, as the accounts expect.
    Sub-actions are actions beside their own; an action is there once, at its home.

    :raises InvalidValue: the plan does not say the INS code of its commune.
    """
    plan = tree.plan
    if not re.fullmatch(r"\d{5}", plan.ins_code):
        raise InvalidValue(
            field="ins_code",
            value=plan.ins_code,
            expected="le code INS de la commune, cinq chiffres, dans les données du "
            "plan",
        )
    years = plan.budget_years or (plan.fiscal_year or today.year,)
    maker = _Maker(tree, today, directory, plan.fiscal_year or years[0])
    parts = maker.parts()
    document = Document(
        id=today.strftime("%Y%m%d"),
        institution=Institution(plan.institution),
        ins=plan.ins_code,
        year=maker.year,
        generator=GENERATOR,
        plan_id=plan.id,
        plan_title=plan.title,
        first_year=min(years),
        last_year=max(years),
        parts=parts,
    )
    return Exported(document, once(maker.warnings))


class _Maker:
    """The making of one file; ``warnings`` fill as it goes."""

    def __init__(
        self, tree: Programme, today: date, directory: Directory, year: int
    ) -> None:
        self.tree = tree
        self.year = year
        self.directory = directory
        self.progress = progresses(tree, today)
        self.warnings: list[Reason] = []
        self.titles = {one.id: one.title for one in tree.plan.sector_plans}

    def parts(self) -> tuple[Entry, ...]:
        """Return the parts, the objectives without one first."""
        found = []
        loose = [one for one in self.tree.children() if one.kind is Kind.STRATEGIC]
        if loose:
            children = self._entries(loose)
            found.append(
                Entry(
                    Kind.PART,
                    NO_PART,
                    self.year,
                    "NEANT",
                    status=part_status(one.status for one in children),
                    children=children,
                )
            )
        for one in self.tree.children():
            if isinstance(one, Part):
                children = self._entries(self.tree.children(one.id))
                found.append(
                    Entry(
                        Kind.PART,
                        one.id,
                        self.year,
                        self._title(one),
                        text=_text(one.description),
                        status=part_status(child.status for child in children),
                        progress=self._percent(one.id),
                        children=children,
                    )
                )
        return tuple(found)

    def _entries(self, elements: Iterable[Element]) -> tuple[Entry, ...]:
        return tuple(self._entry(one) for one in elements if isinstance(one, Steered))

    def _entry(self, one: Steered) -> Entry:
        planned = one if isinstance(one, Planned) else None
        return Entry(
            kind=one.kind,
            id=one.id,
            year=self.year,
            title=self._title(one),
            begins=_begins(one),
            ends=_ends(one),
            text=_text(one.description),
            status=_status(one),
            responsible=self._contact(_responsible(one), one),
            mandatary=self._contact(self._mandatary(one), one),
            department=self._department(planned) if planned else None,
            progress=self._percent(one.id),
            remark=Text(_remark(one)),
            fte=one.fte if isinstance(one, Action) else Decimal(0),
            plans=tuple(self.titles.get(plan, plan) for plan in one.plans),
            partners=planned.partners if planned else (),
            articles=one.articles,
            projections=one.projections,
            children=self._entries(self._below(one)),
        )

    def _below(self, one: Steered) -> Iterator[Element]:
        """Yield what stands below in the file, where sub-actions are actions."""
        if one.kind in (Kind.ACTION, Kind.SUB_ACTION):
            return
        for child in self.tree.children(one.id):
            yield child
            if child.kind is Kind.ACTION:
                yield from self.tree.children(child.id)

    def _percent(self, id: str) -> Decimal:
        return Decimal(self.progress[id].percent)

    def _mandatary(self, one: Steered) -> str:
        for element in (one, *reversed(self.tree.above(one.id))):
            if isinstance(element, Planned) and element.mandataries:
                return element.mandataries[0]
        return ""

    def _department(self, planned: Planned) -> str:
        names = (self.directory.services.get(id, id) for id in planned.managers)
        return ", ".join(names)

    def _contact(self, id: str, one: Steered) -> Contact | None:
        if not id:
            return None
        contact = self.directory.contact(id)
        if contact is None:
            self.warnings.append(
                because(
                    "civility_unknown",
                    "« ${person} » n'est pas dans le fichier (« ${title} ») : eComptes "
                    "demande Monsieur ou Madame, que sa fiche ne dit pas.",
                    person=self.directory.name(id),
                    title=one.title,
                )
            )
        return contact

    def _title(self, one: Element) -> str:
        whole = libelle(self.tree, one)
        cut = shortened(whole)
        if cut != whole:
            self.warnings.append(
                because(
                    "title_cut",
                    "L'intitulé « ${title} » est coupé : eComptes n'accepte que "
                    "${longest} caractères.",
                    title=one.title,
                    longest=LONGEST,
                )
            )
        return cut


def _begins(one: Steered) -> date | None:
    if isinstance(one, Planned):
        return one.effective_begin or one.planned_begin
    return None


def _ends(one: Steered) -> date | None:
    if isinstance(one, Planned):
        return one.effective_end or one.planned_end
    return None


def _responsible(one: Steered) -> str:
    if isinstance(one, Action):
        return one.carrier
    if isinstance(one, OperationalObjective) and one.administratives:
        return one.administratives[0]
    return ""


def _status(one: Steered) -> Status:
    if isinstance(one, Action):
        return action_status(one.state, one.health)
    return objective_status(one.state)


def _remark(one: Steered) -> str:
    if isinstance(one, Action):
        return remark(one.health, one.health_details)
    return one.override.reason if one.override else ""


def _text(html: str) -> Text:
    """Return a text as HTML when it has markup, as plain text else."""
    marked = re.search(r"<[a-zA-Z/]|&[a-z]+;|&#", html)
    return Text(html, Mode.HTML if marked else Mode.TEXT)

"""The reports of a programme as structured text: what is done, what is late, what for.

The text is the HTML that the documents of the suite are made of (headings, paragraphs,
tables); formatted texts of the elements come in clean and are reduced to their words.
"""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from communes.core.parts.domain.writing import amount
from communes.core.parts.domain.writing import date_in_words
from communes.pst.domain.budget import rolled_up
from communes.pst.domain.budget import Table
from communes.pst.domain.choices import Health
from communes.pst.domain.choices import Kind
from communes.pst.domain.element import Action
from communes.pst.domain.element import Element
from communes.pst.domain.element import Link
from communes.pst.domain.element import Planned
from communes.pst.domain.element import Steered
from communes.pst.domain.element import Task
from communes.pst.domain.evaluation import Campaign
from communes.pst.domain.evaluation import tally
from communes.pst.domain.evaluation import VERDICT_LABELS
from communes.pst.domain.labels import ACTION_STATE_LABELS
from communes.pst.domain.labels import HEALTH_LABELS
from communes.pst.domain.labels import OBJECTIVE_STATE_LABELS
from communes.pst.domain.labels import TASK_STATE_LABELS
from communes.pst.domain.placement import shown
from communes.pst.domain.plan import Plan
from communes.pst.domain.programme import Programme
from communes.pst.domain.reference import reference
from communes.pst.domain.snapshot import Figures
from communes.pst.domain.snapshot import figures
from communes.pst.domain.synergy import synergies
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from html import escape
from html.parser import HTMLParser


class Report(StrEnum):
    """Which report is wanted."""

    DETAILED = "detailed"
    FOLLOW_UP = "follow_up"
    EVALUATION = "evaluation"


REPORT_LABELS = {
    Report.DETAILED: "Rapport détaillé",
    Report.FOLLOW_UP: "Rapport de suivi",
    Report.EVALUATION: "Rapport d'évaluation",
}

_STATES: Mapping[str, str] = {
    **{one.value: words for one, words in TASK_STATE_LABELS.items()},
    **{one.value: words for one, words in OBJECTIVE_STATE_LABELS.items()},
    **{one.value: words for one, words in ACTION_STATE_LABELS.items()},
}
# A document has four levels of headings.
_HEADINGS = {Kind.PART: "h1", Kind.STRATEGIC: "h2", Kind.OPERATIONAL: "h3"}


@dataclass(frozen=True)
class Sayer:
    """What ids are called in a report: people and services."""

    people: Mapping[str, str]
    services: Mapping[str, str]

    def person(self, id: str) -> str:
        """Return the name of an account or of an elected person."""
        return self.people.get(id, id)

    def service(self, id: str) -> str:
        """Return the name of a service."""
        return self.services.get(id, id)


def report_html(
    kind: Report,
    tree: Programme,
    today: date,
    say: Sayer,
    campaign: Campaign | None = None,
    tasks: bool = False,
) -> str:
    """Return the text of a report on ``today``.

    :param campaign: the evaluation an evaluation report tells.
    :param tasks: whether tasks are told too.
    """
    maker = _Maker(tree, today, say, tasks)
    if kind is Report.EVALUATION and campaign is not None:
        return "".join(maker.evaluation(campaign))
    if kind is Report.FOLLOW_UP:
        return "".join(maker.follow_up())
    return "".join(maker.detailed())


def words_of(html: str) -> str:
    """Return the words of a formatted text, its paragraphs as sentences apart."""
    reader = _Words()
    reader.feed(html)
    return " ".join("".join(reader.found).split())


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def handle_endtag(self, tag: str) -> None:
        self.found.append(" ")


class _Maker:
    def __init__(self, tree: Programme, today: date, say: Sayer, tasks: bool) -> None:
        self.tree, self.today, self.say, self.tasks = tree, today, say, tasks
        self.figures: Mapping[str, Figures] = figures(tree, today)
        self.budgets = rolled_up(tree)

    def detailed(self) -> Iterator[str]:
        """Every element with what it is, who answers for it, and what it comes to."""
        yield from self._opening()
        for element in self._told():
            yield from self._heading(element)
            yield from self._facts(element)
            if isinstance(element, Steered) and element.description:
                yield _p(words_of(element.description))
        yield from self._money()

    def follow_up(self) -> Iterator[str]:
        """A table an objective: its actions, where they are, until when."""
        yield from self._opening()
        for element in self._told():
            if element.kind in _HEADINGS:
                yield from self._heading(element)
            if element.kind is Kind.OPERATIONAL:
                yield from self._actions(element)
        yield from self._money()

    def evaluation(self, campaign: Campaign) -> Iterator[str]:
        """What was said of each objective, the synergies, and the conclusion."""
        yield from self._opening()
        counted = tally(self.tree, campaign)
        rows = [(VERDICT_LABELS[one], str(count)) for one, count in counted.items()]
        yield "<h2>Vue d'ensemble</h2>" + _table(("Constat", "Objectifs"), rows)
        said = {one.element: one for one in campaign.answers}
        for element in self._told():
            if element.kind not in _HEADINGS:
                continue
            yield from self._heading(element)
            answer = said.get(element.id)
            if answer is not None:
                yield _p(f"Constat : {VERDICT_LABELS[answer.verdict]}.")
                yield _p(words_of(answer.text))
            yield from self._facts(element)
        yield from self._synergies()
        yield from self._money()
        if campaign.conclusion:
            yield "<h1>Conclusion</h1>" + _p(words_of(campaign.conclusion))

    def _opening(self) -> Iterator[str]:
        done = sum(
            one.progress
            for id, one in self.figures.items()
            if self.tree.element(id).kind is Kind.STRATEGIC
        )
        goals = len(self.tree.of_kind(Kind.STRATEGIC))
        yield _p(f"Situation au {date_in_words(self.today)}.")
        if goals:
            yield _p(
                f"Le programme compte {goals} objectifs stratégiques, "
                f"{len(self.tree.of_kind(Kind.OPERATIONAL))} objectifs opérationnels "
                f"et {len(self.tree.of_kind(Kind.ACTION))} actions ; les objectifs "
                f"stratégiques sont accomplis à {done // goals} % en moyenne."
            )

    def _told(self) -> Iterator[Element]:
        for element in self.tree.walk():
            if element.kind is not Kind.TASK or self.tasks:
                yield element

    def _heading(self, element: Element) -> Iterator[str]:
        target = self.tree.element(shown(self.tree, element.id))
        name = _HEADINGS.get(element.kind, "h4")
        ref = reference(element)
        title = f"{ref} {target.title}" if ref else target.title
        yield f"<{name}>{escape(title)}</{name}>"
        if isinstance(element, Link):
            yield _p(f"Action suivie sous {reference(target)}.")

    def _facts(self, element: Element) -> Iterator[str]:
        if isinstance(element, Link) or element.kind is Kind.PART:
            return
        rows = [(term, value) for term, value in self._pairs(element) if value]
        yield _table(("Donnée", "Valeur"), rows)

    def _pairs(self, element: Element) -> Iterator[tuple[str, str]]:
        found = self.figures[element.id]
        yield "Étape", _STATES.get(element.state, "")
        yield "Avancement", f"{found.progress} %"
        yield "Échéance", date_in_words(found.deadline) if found.deadline else ""
        if isinstance(element, Action) and element.health is not Health.GOOD:
            yield "Santé", HEALTH_LABELS[element.health]
            yield "Ce qui coince", element.health_details
        if isinstance(element, Planned):
            yield "Services gestionnaires", _joined(element.managers, self.say.service)
            yield "Responsables", _joined(element.mandataries, self.say.person)
            yield "Partenaires", ", ".join(element.partners)
        if isinstance(element, Action):
            yield "Porteur", self.say.person(element.carrier)
        if isinstance(element, Task):
            yield "Fait par", self.say.person(element.user)
        if found.budget:
            yield "Budget", amount(found.budget)
        if isinstance(element, Steered) and element.sdgs:
            yield "ODD", ", ".join(map(str, element.sdgs))

    def _actions(self, objective: Element) -> Iterator[str]:
        heads = ("Action", "Étape", "Avancement", "Échéance", "Santé", "Porteur")
        rows = []
        for child in self.tree.children(objective.id):
            one = self.tree.element(shown(self.tree, child.id))
            found = self.figures[one.id]
            if isinstance(one, Action):
                health = HEALTH_LABELS[one.health]
                details = f" : {one.health_details}" if one.health_details else ""
                rows.append(
                    (
                        f"{reference(one)} {one.title}",
                        _STATES.get(one.state, ""),
                        f"{found.progress} %",
                        found.deadline.strftime("%d/%m/%Y") if found.deadline else "",
                        f"{health}{details}",
                        self.say.person(one.carrier),
                    )
                )
        if rows:
            yield _table(heads, rows)

    def _synergies(self) -> Iterator[str]:
        found = synergies(self.today, self.tree)
        yield "<h1>Synergies entre la commune et le CPAS</h1>"
        if not found:
            yield _p("Aucun élément n'est porté ensemble.")
        for one in found:
            yield f"<h3>{escape(one.title)}</h3>" + _p(one.words)
            yield _p(
                f"Avancement : {one.progress} %. Budget : {amount(one.budget.total)}."
            )

    def _money(self) -> Iterator[str]:
        whole = self.budgets[""]
        if whole.total:
            yield "<h1>Budget par source et par année</h1>"
            yield _money_table(self.tree.plan, whole)


def _money_table(plan: Plan, whole: Table) -> str:
    years = plan.budget_years
    rows = [
        (
            one.title,
            *(_amount(whole.cells.get((one.id, year))) for year in years),
            _amount(whole.by_source.get(one.id)),
        )
        for one in plan.sources
        if whole.by_source.get(one.id)
    ]
    sums = (_amount(whole.by_year.get(year)) for year in years)
    rows.append(("Total", *sums, amount(whole.total)))
    return _table(("Source", *map(str, years), "Total"), rows)


def _amount(value: Decimal | None) -> str:
    return amount(value) if value else "–"


def _joined(ids: tuple[str, ...], say: Callable[[str], str]) -> str:
    return ", ".join(map(say, ids))


def _p(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text.strip() else ""


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    head = "".join(f"<th>{escape(one)}</th>" for one in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

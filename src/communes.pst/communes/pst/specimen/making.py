"""The making of a programme of any size, the same for the same seed."""

from collections.abc import Iterator
from communes.pst.domain.choices import Direction
from communes.pst.domain.choices import Institution
from communes.pst.domain.choices import PartKind
from communes.pst.domain.choices import Publication
from communes.pst.domain.element import Action
from communes.pst.domain.element import Element
from communes.pst.domain.element import OperationalObjective
from communes.pst.domain.element import Part
from communes.pst.domain.element import StrategicObjective
from communes.pst.domain.indicator import Indicator
from communes.pst.domain.indicator import Measure
from communes.pst.domain.indicator import YearTarget
from communes.pst.domain.plan import Plan
from communes.pst.domain.plan import Term
from communes.pst.domain.programme import Programme
from communes.pst.domain.programme import programme
from communes.pst.domain.reference import numbered
from communes.pst.domain.split import divided
from communes.pst.specimen.linking import linked
from communes.pst.specimen.wording import ObjectiveWords
from communes.pst.specimen.wording import StrategicWords
from communes.pst.specimen.wording import titles
from communes.pst.specimen.wording import words
from communes.pst.specimen.working import worked
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from random import Random


STARTS = date(2024, 12, 2)
ENDS = date(2030, 12, 1)
YEARS = tuple(range(2025, 2031))
SIZE = 230


@dataclass(frozen=True)
class Cast:
    """Whose ids the specimen uses: services stand in its words, people come here.

    :param mandataries: elected people who answer for objectives.
    :param agents: accounts that carry actions and do tasks.
    """

    mandataries: tuple[str, ...] = ("echevin-1", "echevin-2", "echevin-3", "echevin-4")
    agents: tuple[str, ...] = ("julie.pirotte", "marc.evrard")


def specimen(
    seed: int = 1,
    actions: int = SIZE,
    today: date = date(2026, 11, 23),
    cast: Cast | None = None,
) -> Programme:
    """Return the programme of the fixture town as it stands on ``today``.

    Two parts, thirteen strategic and forty operational objectives, ``actions``
    actions with their sub-actions and tasks, budgets over six years, links with
    shares, dependencies, indicators, risks and synergies. Its reference numbers run
    in the order of the tree.
    """
    maker = _Maker(Random(seed), actions, today, cast or Cast())  # noqa: S311  # no secret
    return numbered(programme(_plan(), linked(maker.random, list(maker.elements()))))


def _plan() -> Plan:
    return Plan(
        "pst-2024-2030",
        "Programme stratégique transversal 2024-2030",
        Institution.COMMUNE,
        starts=STARTS,
        ends=ENDS,
        budget_years=YEARS,
        ins_code="99901",
        fiscal_year=2026,
        categories=tuple(
            Term(f"os-{index}", one.title)
            for index, one in enumerate(words().strategic, start=1)
        ),
        sector_plans=tuple(Term(*row) for row in words().sectors),
        aldermen_designated_on=STARTS,
        noted_on=date(2025, 6, 30),
    )


@dataclass
class _Maker:
    """One making; its ``random`` gives the same figures for the same seed."""

    random: Random
    actions: int
    today: date
    cast: Cast

    def elements(self) -> Iterator[Element]:
        """Yield the elements, each after what it stands under."""
        yield Part(
            "volet-interne",
            "Volet interne : l'administration",
            side=PartKind.INTERNAL,
            description="<p>Améliorer le fonctionnement de l'administration.</p>",
        )
        yield Part(
            "volet-externe",
            "Volet externe : les politiques",
            position=1,
            side=PartKind.EXTERNAL,
            description="<p>Développer les politiques communales.</p>",
        )
        counts = self._counts()
        for index, one in enumerate(words().strategic, start=1):
            yield self._strategic(index, one)
            for place, objective in enumerate(one.objectives):
                id = f"oo-{index}-{place + 1}"
                yield self._operational(id, f"os-{index}", place, one, objective)
                chosen = islice(titles(objective, index * 3 + place), next(counts))
                for position, title in enumerate(chosen):
                    yield from worked(
                        self.random,
                        self._action(id, position, title, one, objective),
                        objective,
                        self.today,
                        self.cast.agents,
                    )

    def _counts(self) -> Iterator[int]:
        """Yield how many actions each objective gets, after the number of its words."""
        parts = [Decimal(len(one.actions)) for one in words().objectives]
        for count in divided(Decimal(self.actions), parts, Decimal(1)):
            yield int(count)

    def _strategic(self, index: int, one: StrategicWords) -> StrategicObjective:
        return StrategicObjective(
            f"os-{index}",
            one.title,
            f"volet-{'interne' if one.side == 'internal' else 'externe'}",
            position=index,
            state="ongoing",
            description=f"<p>{one.text}</p>",
            categories=(f"os-{index}",),
            sdgs=one.sdgs,
            plans=one.plans,
            publication=Publication.PUBLISHED,
            public_text=f"<p>{one.text}</p>",
        )

    def _operational(
        self,
        id: str,
        parent: str,
        position: int,
        above: StrategicWords,
        one: ObjectiveWords,
    ) -> OperationalObjective:
        return OperationalObjective(
            id,
            one.title,
            parent,
            position=position,
            state="ongoing",
            description=f"<p>{above.text}</p>",
            sdgs=above.sdgs,
            plans=(*above.plans, *one.plans),
            indicators=(self._indicator(one),),
            priority=str(self.random.randrange(3)),
            managers=one.services,
            mandataries=(self.random.choice(self.cast.mandataries),),
            administratives=(self.random.choice(self.cast.agents),),
            institutions=(
                (Institution.COMMUNE, Institution.CPAS) if one.synergy else ()
            ),
            synergy="Moyens et personnel partagés avec le CPAS." if one.synergy else "",
            publication=Publication.PUBLISHED,
        )

    def _action(
        self,
        parent: str,
        position: int,
        title: str,
        above: StrategicWords,
        one: ObjectiveWords,
    ) -> Action:
        published = self.random.random() < 0.8
        return Action(
            f"a-{parent[3:]}-{position + 1}",
            title,
            parent,
            position=position,
            description=(
                f"<p>{title}. Cette action contribue à l'objectif « {one.title} ».</p>"
            ),
            sdgs=above.sdgs[:1],
            plans=one.plans,
            priority=str(self.random.randrange(3)),
            managers=one.services[:1],
            publication=Publication.PUBLISHED if published else Publication.PRIVATE,
        )

    def _indicator(self, one: ObjectiveWords) -> Indicator:
        label, unit, first, last, direction = one.indicator
        start, goal = Decimal(str(first)), Decimal(str(last))
        way = (goal - start) / len(YEARS)
        past = [year for year in YEARS if date(year, 12, 31) <= self.today]
        return Indicator(
            "indicateur-1",
            label,
            unit,
            Direction(direction),
            source="Rapport annuel du service",
            baseline=start,
            targets=tuple(
                YearTarget(year, _rounded(start + way * step))
                for step, year in enumerate(YEARS, start=1)
            ),
            measures=tuple(
                Measure(
                    date(year, 12, 31),
                    _rounded(start + way * step * self._luck()),
                )
                for step, year in enumerate(past, start=1)
            ),
        )

    def _luck(self) -> Decimal:
        return Decimal(self.random.randint(60, 115)) / 100


def _rounded(value: Decimal) -> Decimal:
    return round(value, 1) if abs(value) < 50 else Decimal(round(value))

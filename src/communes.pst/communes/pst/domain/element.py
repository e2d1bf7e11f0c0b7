"""The elements of a programme: what an agent fills in, nothing that is computed."""

from communes.pst.domain.choices import Basis
from communes.pst.domain.choices import Health
from communes.pst.domain.choices import Institution
from communes.pst.domain.choices import Kind
from communes.pst.domain.choices import PartKind
from communes.pst.domain.choices import Publication
from communes.pst.domain.indicator import Indicator
from communes.pst.domain.money import Article
from communes.pst.domain.money import BudgetRow
from communes.pst.domain.money import Projection
from communes.pst.domain.money import Share
from communes.pst.domain.risk import Risk
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar


@dataclass(frozen=True)
class Override:
    """A progress said by a person instead of the computed one, with the reason.

    :param progress: from 0 to 100.
    """

    progress: int
    reason: str
    by: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Dependency:
    """An action that must end before this one begins, ``lag`` days later at best."""

    on: str
    lag: int = 0


@dataclass(frozen=True)
class Element:
    """What every element of the tree has.

    :param id: unique in the programme and stable over its life (the object's UID).
    :param parent: id of the element above; empty directly under the plan.
    :param position: place among its siblings, from 0.
    :param number: reference number, unique in the plan and never given twice;
        0 while it has none.
    :param state: id of a state of the workflow of its kind; empty where there is none.
    :param external_id: how another programme (an import) names it.
    :param updated_on: the last day somebody worked on its data.
    """

    kind: ClassVar[Kind]

    id: str
    title: str
    parent: str = ""
    position: int = 0
    number: int = 0
    state: str = ""
    external_id: str = ""
    updated_on: date | None = None


@dataclass(frozen=True)
class Part(Element):
    """A part (volet) of the plan: the inside of the administration, or the outside."""

    kind: ClassVar[Kind] = Kind.PART

    side: PartKind = PartKind.EXTERNAL
    description: str = ""


@dataclass(frozen=True)
class Link(Element):
    """A place where an action of another objective is shown; it has no data of its own.

    :param target: id of the action (or sub-action) it shows.
    """

    target: str = ""


@dataclass(frozen=True)
class ActionLink(Link):
    """An action shown under a second operational objective."""

    kind: ClassVar[Kind] = Kind.ACTION_LINK


@dataclass(frozen=True)
class SubActionLink(Link):
    """A sub-action shown under a second action."""

    kind: ClassVar[Kind] = Kind.SUB_ACTION_LINK


@dataclass(frozen=True)
class Task(Element):
    """One piece of work of an action, of a sub-action or of another task.

    :param service: id of the service that does it.
    :param user: account of who does it; empty while nobody is assigned.
    :param enquirer: id of the service that asked for it.
    :param weight: its part in the progress of what stands above it.
    """

    kind: ClassVar[Kind] = Kind.TASK

    description: str = ""
    service: str = ""
    user: str = ""
    due_on: date | None = None
    enquirer: str = ""
    weight: Decimal = Decimal(1)


@dataclass(frozen=True)
class Steered(Element):
    """What objectives and actions have in common.

    :param description: HTML already cleaned, as are the three texts below it.
    :param categories: ids of categories of the plan.
    :param sdgs: numbers of sustainable development goals, 1 to 17.
    :param plans: ids of sector plans of the plan.
    :param weight: its part in the progress of what stands above it.
    :param basis: what its progress is computed from.
    :param override: what a person says of the progress; None: it is computed.
    :param institutions: who carries it; both commune and CPAS is a synergy, empty
        means the institution of the plan alone.
    :param synergy: what is shared with the other institution, in words.
    :param public_title: what citizens read instead of the title; empty: the title.
    :param public_text: what citizens read, HTML already cleaned.
    """

    description: str = ""
    categories: tuple[str, ...] = ()
    sdgs: tuple[int, ...] = ()
    plans: tuple[str, ...] = ()
    budget: tuple[BudgetRow, ...] = ()
    budget_comments: str = ""
    articles: tuple[Article, ...] = ()
    projections: tuple[Projection, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    risks: tuple[Risk, ...] = ()
    weight: Decimal = Decimal(1)
    basis: Basis = Basis.AUTO
    override: Override | None = None
    observation: str = ""
    comments: str = ""
    institutions: tuple[Institution, ...] = ()
    synergy: str = ""
    publication: Publication = Publication.PRIVATE
    public_title: str = ""
    public_text: str = ""


@dataclass(frozen=True)
class StrategicObjective(Steered):
    """A strategic objective: where the commune wants to be when the mandate ends."""

    kind: ClassVar[Kind] = Kind.STRATEGIC


@dataclass(frozen=True)
class Planned(Steered):
    """What operational objectives and actions have in common.

    :param managers: ids of the services that manage it (gestionnaires).
    :param visible_for: ids of services that may read it besides.
    :param partners: partners outside the administration, one a row.
    :param mandataries: ids of the elected people who answer for it.
    :param priority: id of a priority of the plan.
    """

    priority: str = ""
    managers: tuple[str, ...] = ()
    visible_for: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    mandataries: tuple[str, ...] = ()
    planned_begin: date | None = None
    effective_begin: date | None = None
    planned_end: date | None = None
    effective_end: date | None = None


@dataclass(frozen=True)
class OperationalObjective(Planned):
    """An operational objective: what is obtained, and who answers for it.

    :param administratives: ids of the agents who answer for it (required, as are
        ``mandataries``, before the objective begins).
    """

    kind: ClassVar[Kind] = Kind.OPERATIONAL

    administratives: tuple[str, ...] = ()


@dataclass(frozen=True)
class Action(Planned):
    """An action: what is done, by whom, until when.

    An empty ``mandataries`` means those of its operational objective.

    :param carrier: account of who carries it (porteur).
    :param health_details: what is wrong and what is done about it.
    :param split: how its budget is shared between its places; empty: all at home.
    :param fte: full-time equivalents it takes (ETP).
    :param depends_on: actions that must end before this one begins.
    :param progress: what its carrier typed, 0 to 100; counts only for an action with
        neither children nor indicators.
    """

    kind: ClassVar[Kind] = Kind.ACTION

    carrier: str = ""
    health: Health = Health.GOOD
    health_details: str = ""
    split: tuple[Share, ...] = ()
    fte: Decimal = Decimal(0)
    depends_on: tuple[Dependency, ...] = ()
    progress: int = 0


@dataclass(frozen=True)
class SubAction(Action):
    """A part of an action that is followed on its own."""

    kind: ClassVar[Kind] = Kind.SUB_ACTION

"""The work of one action: where it stands, what it costs, its parts and its tasks."""

from collections.abc import Iterator
from communes.pst.domain.choices import Health
from communes.pst.domain.element import Action
from communes.pst.domain.element import Element
from communes.pst.domain.element import Override
from communes.pst.domain.element import SubAction
from communes.pst.domain.element import Task
from communes.pst.domain.money import BudgetRow
from communes.pst.domain.risk import Risk
from communes.pst.domain.states import ActionState
from communes.pst.domain.states import TaskState
from communes.pst.specimen.wording import ObjectiveWords
from dataclasses import replace
from datetime import date
from datetime import timedelta
from decimal import Decimal
from random import Random


# Parts of a building site, with their share of its length.
SITE = (
    ("Étudier et désigner l'auteur de projet", 0.25),
    ("Obtenir les permis et les promesses de subside", 0.2),
    ("Attribuer le marché de travaux", 0.15),
    ("Exécuter les travaux", 0.35),
    ("Réceptionner et décompter", 0.05),
)

TASKS = (
    "Rédiger la note au Collège",
    "Consulter les services concernés",
    "Établir le cahier des charges",
    "Organiser la réunion de lancement",
    "Informer les habitants",
    "Faire le bilan",
)

TROUBLES = (
    (Health.RISK, "Le subside attendu n'est pas encore notifié."),
    (Health.RISK, "L'agent qui portait l'action a quitté le service."),
    (Health.BLOCKED, "Un recours est pendant devant le Conseil d'État."),
    (Health.BLOCKED, "Aucune offre n'a été remise : le marché est relancé."),
    (Health.PAUSED, "Reporté après la fin du chantier voisin."),
)

RISKS = (
    ("Hausse du prix des matériaux", 4, 3, "Clause de révision et marge de 10 %."),
    (
        "Retard dans l'octroi du permis",
        3,
        3,
        "Réunion de projet préalable.",
    ),
    ("Perte du subside si le délai est dépassé", 2, 5, "Suivi mensuel du calendrier."),
    ("Manque de personnel au service", 3, 4, "Marché de services en appui."),
    ("Opposition de riverains", 2, 3, "Rencontre préalable et affichage du projet."),
)

_DAY = timedelta(days=1)


def worked(
    random: Random,
    action: Action,
    words: ObjectiveWords,
    today: date,
    agents: tuple[str, ...],
) -> Iterator[Element]:
    """Yield the action as it stands on ``today``, then its sub-actions or tasks."""
    begins = date(2025, 1, 6) + _DAY * random.randint(0, 1700)
    length = random.randint(300, 900) if words.works else random.randint(60, 420)
    ends = min(begins + _DAY * length, date(2030, 11, 29))
    state = _state(random, begins, ends, today)
    done = Decimal((today - begins).days) / max((ends - begins).days, 1)
    begun = state in (ActionState.ONGOING, ActionState.TERMINATED)
    dated = replace(
        action,
        state=state.value,
        carrier=random.choice(agents),
        planned_begin=begins,
        planned_end=ends,
        effective_begin=begins + _DAY * random.randint(0, 40) if begun else None,
        effective_end=ends if state is ActionState.TERMINATED else None,
        updated_on=min(today, max(begins, today - _DAY * random.randint(0, 160))),
        progress=_percent(state, done, random),
        budget=_budget(random, begins.year, ends.year, words.works),
        fte=Decimal(random.choice((5, 10, 20, 25, 50))) / 100,
        weight=Decimal(2 if words.works else 1),
    )
    yield _troubled(random, dated)
    if words.works:
        yield from _site(dated)
    elif random.random() < 0.7:
        yield from _tasks(random, dated, agents)


def _state(random: Random, begins: date, ends: date, today: date) -> ActionState:
    if random.random() < 0.03:
        return ActionState.STOPPED
    if begins > today:
        later = begins > today + _DAY * 365
        return ActionState.CREATED if later else ActionState.TO_BE_SCHEDULED
    if ends < today and random.random() < 0.75:
        return ActionState.TERMINATED
    if begins > today - _DAY * 60 and random.random() < 0.3:
        return ActionState.TO_BE_SCHEDULED
    return ActionState.ONGOING


def _percent(state: ActionState, done: Decimal, random: Random) -> int:
    if state is ActionState.TERMINATED:
        return 100
    if state is not ActionState.ONGOING:
        return 0
    luck = Decimal(random.randint(60, 105)) / 100
    return min(max(int(done * luck * 20) * 5, 5), 95)


def _budget(
    random: Random, first: int, last: int, works: bool
) -> tuple[BudgetRow, ...]:
    if not works and random.random() < 0.3:
        return ()
    total = random.randint(80, 1900) * 500 if works else random.randint(2, 50) * 250
    helped = Decimal(random.choice((40, 60, 80)) if works else 0) / 100
    years = [year for year in range(first, last + 1) if year <= 2030]
    rows = []
    for year in years:
        amount = (Decimal(total) / len(years)).quantize(Decimal("0.01"))
        grant = (amount * helped).quantize(Decimal("0.01"))
        if grant:
            rows.append(BudgetRow("wallonie", year, grant, "Subside régional"))
        rows.append(BudgetRow("ville", year, amount - grant))
    if works and random.random() < 0.15:
        rows.append(BudgetRow("europe", last, Decimal(random.randint(20, 90)) * 1000))
    return tuple(rows)


def _troubled(random: Random, action: Action) -> Action:
    if action.state == ActionState.ONGOING and random.random() < 0.2:
        health, details = random.choice(TROUBLES)
        action = replace(action, health=health, health_details=details)
    if action.state == ActionState.ONGOING and random.random() < 0.04:
        said = Override(
            min(action.progress + 15, 95),
            "L'essentiel est livré, les finitions suivent.",
            action.carrier,
            action.updated_on,
        )
        action = replace(action, override=said)
    if random.random() < 0.15:
        title, probability, impact, answer = random.choice(RISKS)
        risk = Risk("risque-1", title, probability, impact, answer, action.managers[0])
        action = replace(action, risks=(risk,))
    return action


def _site(action: Action) -> Iterator[SubAction]:
    begin = action.planned_begin or date(2025, 1, 6)
    whole = (action.planned_end or begin) - begin
    done = Decimal(action.progress) / 100
    passed = Decimal(0)
    for position, (title, part) in enumerate(SITE):
        share = Decimal(str(part))
        end = begin + whole * part
        reached = min(max((done - passed) / share, Decimal(0)), Decimal(1))
        passed += share
        yield SubAction(
            f"{action.id}-s{position + 1}",
            title,
            action.id,
            position=position,
            state=_part_state(action, reached).value,
            managers=action.managers,
            carrier=action.carrier,
            planned_begin=begin,
            planned_end=end,
            progress=int(reached * 100),
            weight=share * 100,
            updated_on=action.updated_on,
        )
        begin = end + _DAY


def _part_state(action: Action, reached: Decimal) -> ActionState:
    if action.state == ActionState.STOPPED:
        return ActionState.STOPPED
    if reached == 1:
        return ActionState.TERMINATED
    return ActionState.ONGOING if reached else ActionState.TO_BE_SCHEDULED


def _tasks(random: Random, action: Action, agents: tuple[str, ...]) -> Iterator[Task]:
    begin = action.planned_begin or date(2025, 1, 6)
    whole = (action.planned_end or begin) - begin
    chosen = sorted(random.sample(range(len(TASKS)), random.randint(2, 4)))
    for position, index in enumerate(chosen):
        due = begin + whole * (position + 1) / len(chosen)
        done = action.progress * len(chosen) >= 100 * (position + 1)
        state = TaskState.CLOSED if done else TaskState.TO_DO
        yield Task(
            f"{action.id}-t{position + 1}",
            TASKS[index],
            action.id,
            position=position,
            state=state.value,
            service=action.managers[0],
            user=random.choice(agents),
            due_on=due,
        )

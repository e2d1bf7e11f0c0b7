"""A year of a commune on paper: the same meetings and items from the same seed."""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from decimal import Decimal
import random


YEAR = 2024
ADVISERS = ("juridique", "urbanisme", "environnement")
STREETS = (
    "rue du Moulin",
    "rue de la Station",
    "place Saint-Lambert",
    "chemin des Tanneurs",
    "avenue des Combattants",
    "ruelle du Vieux Lavoir",
    "route de Rochefort",
    "clos des Aubépines",
)
CONTRACTS = (
    "Réfection de la voirie",
    "Remplacement de l'éclairage public",
    "Curage des avaloirs",
    "Entretien des espaces verts",
    "Fourniture de sel de déneigement",
    "Pose d'un ralentisseur",
)
ORDERS = (
    "Ordonnance temporaire de circulation – brocante",
    "Ordonnance temporaire de circulation – travaux de raccordement",
    "Occupation du domaine public – échafaudage",
    "Réservation d'un emplacement de stationnement – déménagement",
)
BUDGETS = (
    "Octroi d'un subside au comité de quartier",
    "Compte de la fabrique d'église",
    "Règlement-redevance sur les exhumations",
    "Admission en non-valeur d'une taxe",
    "Garantie d'emprunt à la régie communale autonome",
)
STAFF = (
    "Désignation d'une institutrice primaire à titre temporaire",
    "Octroi d'une interruption de carrière à un ouvrier qualifié",
    "Mise à la pension d'une employée d'administration",
)
GROUNDS = (
    "Vu le Code de la démocratie locale et de la décentralisation ;",
    "Vu la demande introduite auprès de l'administration communale ;",
    "Considérant que les crédits sont inscrits au budget de l'exercice ;",
    "Considérant que l'intérêt des riverains commande d'agir avant l'hiver ;",
    "Considérant le rapport favorable du service technique ;",
    "Attendu qu'aucune réclamation n'a été introduite durant l'enquête ;",
)


@dataclass(frozen=True)
class PlannedItem:
    """One item: what its service writes, who is heard about it, how it ends."""

    key: str
    service: str
    values: Mapping[str, object]
    advisers: tuple[str, ...] = ()
    decision: str = "accept"
    against: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlannedMeeting:
    """One meeting: its organ, its moment, who is excused, what is decided."""

    organ: str
    date: datetime
    items: tuple[PlannedItem, ...]
    excused: tuple[str, ...] = ()


def year(
    college: int = 45,
    college_items: int = 40,
    conseil: int = 11,
    conseil_items: int = 35,
    seed: int = YEAR,
) -> tuple[PlannedMeeting, ...]:
    """Return the meetings of a year by date; a third of the items is advised on."""
    chance = random.Random(seed)
    first = {
        "college": datetime(YEAR, 1, 8, 9, 0),
        "conseil": datetime(YEAR, 1, 25, 20),
    }
    plans = (
        ("college", college, college_items, timedelta(days=7)),
        ("conseil", conseil, conseil_items, timedelta(days=28)),
    )
    made = [
        _meeting(organ, first[organ] + apart * place, size, chance)
        for organ, count, size, apart in plans
        for place in range(count)
    ]
    return tuple(sorted(made, key=lambda one: one.date))


def _meeting(
    organ: str, date: datetime, size: int, chance: random.Random
) -> PlannedMeeting:
    put_off = chance.randrange(size)
    items = tuple(
        _item(organ, date, place, chance, put_off == place) for place in range(size)
    )
    excused = chance.sample(("conseiller-1", "conseiller-2", "conseiller-3"), 1)
    return PlannedMeeting(organ, date, items, tuple(excused))


def _item(
    organ: str, date: datetime, place: int, chance: random.Random, put_off: bool
) -> PlannedItem:
    key = f"{organ}-{date:%m%d}-{place + 1}"
    service, closed, title, decision = _matter(organ, chance)
    grounds = chance.sample(GROUNDS, 4)
    decided = chance.choices(("accept", "refuse"), (19, 1))[0]
    values: dict[str, object] = {
        "title": f"{title} (dossier {YEAR}/{date:%m%d}-{place + 1})",
        "proposing_service": service,
        "motivation": "".join(f"<p>{one}</p>" for one in grounds),
        "decision": f"<p>DÉCIDE :</p><p>Article 1er. {decision}</p>"
        "<p>Article 2. De transmettre la présente aux services concernés.</p>",
        "external_id": key,
    }
    if organ == "conseil":
        values["privacy"] = "closed" if closed else "public"
    if service == "finances" and not closed:
        values["budget_related"] = True
        values["budget_amount"] = Decimal(chance.randrange(500, 90_000))
    return PlannedItem(
        key=key,
        service=service,
        values=values,
        advisers=ADVISERS if place % 3 == 0 else (),
        decision="delay" if put_off else decided,
        against=_against(chance),
    )


def _matter(organ: str, chance: random.Random) -> tuple[str, bool, str, str]:
    """Return service, whether behind closed doors, title and decision of a matter."""
    where = chance.choice(STREETS)
    draw = chance.random()
    if draw < 0.1:
        title = chance.choice(STAFF)
        return "finances", True, title, "De marquer son accord sur la demande."
    if draw < 0.4:
        title = f"{chance.choice(BUDGETS)} – {where}"
        return "finances", False, title, "D'approuver le dossier tel que présenté."
    if organ == "college" and draw < 0.7:
        title = f"{chance.choice(ORDERS)}, {where}"
        text = f"D'interdire la circulation et le stationnement {where}."
        return "travaux", False, title, text
    title = f"{chance.choice(CONTRACTS)} {where} – Conditions et mode de passation"
    return "travaux", False, title, "D'approuver le cahier des charges et l'estimation."


def _against(chance: random.Random) -> tuple[str, ...]:
    return ("echevin-1",) if chance.random() < 0.15 else ()


def planned_items(meetings: Sequence[PlannedMeeting]) -> list[PlannedItem]:
    """Return all items of the meetings, in their order."""
    return [item for meeting in meetings for item in meeting.items]

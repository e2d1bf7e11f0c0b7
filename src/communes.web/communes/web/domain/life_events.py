"""The moments of a life, and of a business, that lead to a service.

Source of the kinds: « life events » and « business events » of CPSV-AP 3.2 (SEMIC).
"""

from enum import StrEnum


class LifeEvent(StrEnum):
    """What happens to somebody who then needs the commune."""

    BIRTH = "birth"
    SCHOOL = "school"
    MOVING = "moving"
    COUPLE = "couple"
    SEPARATION = "separation"
    BUILDING = "building"
    WORK = "work"
    TRAVEL = "travel"
    HARDSHIP = "hardship"
    AGEING = "ageing"
    DEATH = "death"
    BUSINESS = "business"
    EVENT = "event"


LIFE_EVENT_LABELS = {
    LifeEvent.BIRTH: "Avoir un enfant",
    LifeEvent.SCHOOL: "Aller à la crèche ou à l'école",
    LifeEvent.MOVING: "Déménager",
    LifeEvent.COUPLE: "Se marier ou cohabiter",
    LifeEvent.SEPARATION: "Se séparer",
    LifeEvent.BUILDING: "Construire ou rénover",
    LifeEvent.WORK: "Chercher un emploi",
    LifeEvent.TRAVEL: "Partir à l'étranger",
    LifeEvent.HARDSHIP: "Faire face à une difficulté",
    LifeEvent.AGEING: "Avancer en âge",
    LifeEvent.DEATH: "Perdre un proche",
    LifeEvent.BUSINESS: "Lancer ou gérer une entreprise",
    LifeEvent.EVENT: "Organiser une activité",
}

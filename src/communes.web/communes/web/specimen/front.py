"""The first page of the specimen, and the words of what stands at its root."""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from typing import Any


#: What the menu shows, in its order.
MENU = ("demarches", "vivre-ici", "ma-commune", "decouvrir", "entreprendre",
        "agenda", "actualites", "annuaire")  # fmt: skip
QUICK = ("carte-identite", "composition-menage", "permis-urbanisme",
         "conteneur-puce", "signaler-voirie", "louer-salle")  # fmt: skip
SERVICES = {
    "title": "Démarches",
    "description": "Ce que vous pouvez demander à la commune, de A à Z.",
    "arrangement": "list",
    "pictures": False,
}
DIRECTORY = {
    "title": "Annuaire",
    "description": "Services, commerces, santé, associations : qui appeler, où aller.",
}
AGENDA = {
    "title": "Agenda",
    "description": "Tout ce qui se passe à Valmont et dans ses villages.",
    "proposals_open": True,
}
NEWS = {
    "title": "Actualités",
    "description": "Travaux, décisions, vie des villages.",
    "proposals_open": True,
}
ALBUMS = {
    "title": "Albums",
    "description": "La vie de la commune en images.",
    "arrangement": "block",
    "in_menu": False,
}
HOME = {
    "title": "Commune de Valmont-sur-Lesse",
    "description": "Le site de la commune de Valmont-sur-Lesse : démarches, "
    "agenda, annuaire, travaux et décisions.",
    "portal": True,
    "in_menu": False,
}
FORM = {
    "title": "Nous écrire",
    "description": "Votre message arrive au service de votre choix, qui vous répond.",
    "consent": "J'accepte que mon message soit gardé le temps d'y répondre, "
    "et un an au plus.",
    "copy_offered": True,
    "subjects": [
        {"title": "Population et état civil", "service": "Population",
         "mail": "population@valmont-sur-lesse.example"},
        {"title": "Travaux, rues et propreté", "service": "Travaux",
         "mail": "travaux@valmont-sur-lesse.example"},
        {"title": "Urbanisme et logement", "service": "Urbanisme",
         "mail": "urbanisme@valmont-sur-lesse.example"},
        {"title": "Autre chose", "service": "Communication",
         "mail": "communication@valmont-sur-lesse.example"},
    ],
}  # fmt: skip
LETTER = {
    "title": "La lettre de Valmont",
    "description": "Une fois par semaine, ce qui change dans votre rue et votre bourg.",
    "topics": [
        {"title": "Travaux et circulation"},
        {"title": "Sorties et culture"},
        {"title": "Enfance et jeunesse"},
        {"title": "Vie communale"},
    ],
}


def alert(today: date) -> dict[str, Any]:
    """Return a message that is shown for the coming three weeks."""
    begins = datetime.combine(today - timedelta(days=1), time(6), UTC)
    return {
        "title": "Pont de la rue du Moulin fermé aux voitures.",
        "text": "Déviation par le quai de la Lesse ; piétons et vélos passent.",
        "level": "warning",
        "starts": begins,
        "ends": begins + timedelta(days=22),
        "closable": True,
    }


def home_sections(quick: list[str]) -> list[dict[str, Any]]:
    """Return the sections of the first page.

    :param quick: UIDs of the services most asked for.
    """
    return [
        {
            "id": "hero",
            "kind": "hero",
            "holds": {
                "heading": "Que cherchez-vous ?",
                "text": "Une démarche, un horaire, une adresse, une sortie.",
                "search": True,
            },
        },
        {
            "id": "demarches",
            "kind": "quick",
            "title": "Démarches les plus demandées",
            "holds": {"services": quick},
        },
        {
            "id": "actualites",
            "kind": "news",
            "title": "Actualités",
            "width": 66,
            "holds": {"most": 4},
        },
        {
            "id": "agenda",
            "kind": "events",
            "title": "Cette semaine",
            "width": 33,
            "holds": {"most": 6},
        },
        {
            "id": "je-suis",
            "kind": "entrances",
            "title": "Je suis",
            "holds": {"by": "audience"},
        },
    ]

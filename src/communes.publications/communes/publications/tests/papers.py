"""Regulations of the fixture town, an authority of time, and the worker's part."""

from communes.core.jobs.storage import queue_of
from communes.publications.api.publication import create_publication
from communes.publications.api.publication import take_step
from communes.publications.domain.publication.states import PublicationTransition
from communes.publications.publishing.showing import STAMP
from communes.publications.publishing.working import Stamping
from datetime import date
from plone import api
import transaction


STEP = PublicationTransition
TEXT = (
    "<h2>Article 1er</h2><p>Il est établi, pour les exercices 2027 à 2031, une taxe "
    "communale annuelle sur la collecte et le traitement des déchets ménagers.</p>"
    "<h2>Article 2</h2><p>La taxe est due par ménage et solidairement par les membres "
    "de tout ménage inscrit au registre de la population au 1er janvier.</p>"
)
TAX = {
    "title": "Règlement-taxe sur la collecte et le traitement des déchets ménagers",
    "nature": "reglement-taxe",
    "matter": "dechets",
    "authority": "conseil",
    "decided_on": date(2026, 10, 26),
    "text": TEXT,
    "needs_approval": True,
    "approved_on": date(2026, 11, 20),
    "streets": ["Rue de l'Église", "Place du Marché"],
    "consultation": "Service population, rue de l'Église 1, en semaine de 9 h à 12 h.",
}


def institution(portal, nis="99901", title="Valmont-sur-Lesse", state="publish"):
    """Return a new institution of the portal, published unless told otherwise."""
    with api.env.adopt_roles(["Manager"]):
        made = api.content.create(
            portal,
            "communes.publications.Institution",
            nis,
            title=title,
            enterprise_number="0207336212",
            mail="info@example.be",
        )
        if state:
            api.content.transition(made, state)
    return made


def paper(place, **changes):
    """Return a new publication, in preparation."""
    with api.env.adopt_roles(["Manager"]):
        return create_publication(place, {**TAX, **changes})


def move(publication, *steps, **details):
    """Take steps, as who may."""
    with api.env.adopt_roles(["Manager"]):
        for step in steps:
            take_step(publication, step, **details)
    # What the database can not keep fails here, as it would at the commit.
    transaction.savepoint()


def published(place, **changes):
    """Return a new publication that everyone reads."""
    made = paper(place, **changes)
    move(made, STEP.PROPOSE, STEP.PUBLISH)
    return made


def stamp(portal):
    """Have what was shown sealed, as the worker does."""
    intents = queue_of(portal).take(STAMP, 100)
    outcomes = Stamping().run(portal, intents)
    transaction.savepoint()
    return outcomes

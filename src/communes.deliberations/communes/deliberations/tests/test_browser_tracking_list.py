"""The list of items tells who has what, and acts on many at once."""

from communes.deliberations.api.claim import claim
from communes.deliberations.api.label import set_own_labels
from communes.deliberations.domain.preparation.settings import Label
from communes.deliberations.domain.preparation.settings import PreparationSettings
from communes.deliberations.tests import builders
from communes.deliberations.tests.web import Agent
from communes.deliberations.tests.web import committed
from dataclasses import replace
from plone import api
import pytest


PREPARED = replace(
    builders.CONSEIL,
    preparation=PreparationSettings(
        completeness=True, labels=(Label("presse", "Presse", "wait"),)
    ),
)
COLUMNS = "&".join(
    f"col={one}"
    for one in (
        "title",
        "taken_over_by",
        "completeness",
        "labels",
        "meeting_deadline",
        "budget",
    )
)


@pytest.fixture
def items(town_web):
    def make():
        builders.found_assembly(api.portal.get(), PREPARED)
        one = builders.validated(
            title="Avec budget", budget_related=True, meeting_deadline="2020-01-31"
        )
        two = builders.validated(title="Sans budget")
        with builders.as_user("directeur-general"):
            claim(one)
            set_own_labels(two, ["à relire"])
        return one, two

    return committed(make)


def test_the_columns_speak_words(town_web, items):
    boss = Agent(town_web, "directeur-general")
    url = builders.assembly().absolute_url()
    assert boss.get(f"{url}/view?{COLUMNS}") == 200
    for words in ("Pris en charge", "Complétude à contrôler", "31 janv. 2020", "Oui"):
        assert words in boss.text


def test_the_list_is_narrowed_by_who_has_what(town_web, items):
    boss = Agent(town_web, "directeur-general")
    url = builders.assembly().absolute_url()
    boss.get(f"{url}/view?f.taken_over_by=directeur-general")
    assert "Avec budget" in boss.text and "Sans budget" not in boss.text
    boss.get(f"{url}/view?f.budget=yes")
    assert "Avec budget" in boss.text and "Sans budget" not in boss.text


def test_own_labels_are_offered_to_their_owner_only(town_web, items):
    url = builders.assembly().absolute_url()
    boss, clerk = Agent(town_web, "directeur-general"), Agent(town_web, "createur")
    boss.get(f"{url}/view")
    assert "à relire" in boss.text
    clerk.get(f"{url}/view")
    assert "à relire" not in clerk.text


def test_many_items_are_labelled_at_once_and_refusals_are_told(town_web, items):
    boss = Agent(town_web, "directeur-general")
    url = builders.assembly().absolute_url()
    uids = [one.UID() for one in items]
    boss.post(f"{url}/view", action="label:presse", uids=uids)
    assert "2 points traités" in boss.text
    boss.get(f"{url}/view?f.labels=presse")
    assert "Avec budget" in boss.text and "Sans budget" in boss.text


def test_the_dashboard_names_what_must_be_decided_soon(town_web, items):
    clerk = Agent(town_web, "createur")
    clerk.get(f"{api.portal.get().absolute_url()}/@@tableau-de-bord")
    assert "À passer avant le ven. 31 janv. 2020" in clerk.text
    boss = Agent(town_web, "conseiller")
    boss.get(f"{api.portal.get().absolute_url()}/@@tableau-de-bord")
    assert "À passer avant" not in boss.text

"""What is known from elsewhere changes a person, the mandates and who is told."""

from communes.core.organisation import api
from communes.core.organisation.domain import Mandate
from communes.core.organisation.domain import Organisation
from communes.core.organisation.domain import Person
from datetime import date
from plone.registry.interfaces import IRegistry
import pytest
from zope.component import getUtility


START, LATER = date(2024, 12, 2), date(2027, 1, 1)
DAY = date(2026, 11, 20)
LUC = Person("luc-tinant", "Luc Tinant")
BOTH = Organisation(
    name="Valmont-sur-Lesse",
    nis="99901",
    category="commune",
    inhabitants=9800,
    persons=(LUC, Person("sans-numero", "Sans Numéro")),
    mandates=(
        Mandate(LUC, "conseil", "conseiller", "", 1, START),
        Mandate(LUC, "college", "échevin", "", 2, START, date(2025, 6, 30)),
        Mandate(LUC, "cpas", "conseiller", "", 3, LATER),
    ),
)


@pytest.fixture
def site(portal):
    getUtility(IRegistry)["communes.core.slug"] = "valmont"
    api.apply_organisation(portal, BOTH)
    portal["organisation"]["luc-tinant"].population_number = "P-004217"
    return portal


def test_a_person_is_known_by_the_number_of_the_population_only(site):
    assert api.person_of_population(site, "P-004217").id == "luc-tinant"
    assert api.person_of_population(site, "P-1") is None
    # Persons without a number are not those of an empty one.
    assert api.person_of_population(site, "") is None
    assert api.person_of_population(site, " ") is None


def test_a_site_without_organisation_knows_nobody(portal):
    assert api.person_of_population(portal, "P-004217") is None


def test_another_name_is_borne_in_the_mandates(site):
    assert api.rename_person(site, "luc-tinant", "Luc Tinant-Dubois")
    (held,) = api.mandates_in_office(site, "conseil", DAY)
    assert held.person.name == "Luc Tinant-Dubois"
    assert not api.rename_person(site, "luc-tinant", "Luc Tinant-Dubois")
    assert not api.rename_person(site, "luc-tinant", "")


def test_what_is_held_on_the_day_ends_and_nothing_else(site):
    assert len(api.end_mandates(site, "luc-tinant", DAY)) == 1
    assert api.mandates_in_office(site, "conseil", DAY) != ()
    assert api.mandates_in_office(site, "conseil", date(2026, 11, 21)) == ()
    (past,) = api.mandates(site, "college")
    assert past.ends == date(2025, 6, 30)
    (coming,) = api.mandates(site, "cpas")
    assert coming.ends is None
    assert api.end_mandates(site, "luc-tinant", DAY) == ()

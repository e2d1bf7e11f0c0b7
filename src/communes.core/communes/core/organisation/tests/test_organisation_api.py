"""An organisation is applied once, kept when changed live, and asked cheaply."""

from communes.core.organisation import api
from communes.core.organisation.domain import Mandate
from communes.core.organisation.domain import Membership
from communes.core.organisation.domain import Organisation
from communes.core.organisation.domain import Person
from communes.core.organisation.domain import Service
from communes.core.organisation.domain.names import BadName
from communes.core.organisation.interfaces import IMandateChanged
from communes.core.organisation.storage.applying import PlaceTaken
from dataclasses import replace
from datetime import date
from plone import api as plone_api
from plone.registry.interfaces import IRegistry
import pytest
import transaction
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


START = date(2024, 12, 2)
TODAY = date(2026, 12, 3)
# The site, its tree, the organisation, its type, annotations, index and one row set.
LOADS = 15


def organisation(size=3, **changes):
    people = tuple(Person(f"conseiller-{n}", f"Conseiller {n}") for n in range(size))
    whole = Organisation(
        name="Valmont-sur-Lesse",
        nis="99901",
        category="commune",
        inhabitants=9800,
        services=(Service("finances", "Service des finances", 3),),
        persons=people,
        mandates=tuple(
            Mandate(person, "conseil", "conseiller", "majorite", rank, START)
            for rank, person in enumerate(people, start=1)
        ),
        memberships=(Membership("directrice-financiere", "finances", "reviewers"),),
    )
    return replace(whole, **changes)


@pytest.fixture
def site(portal):
    getUtility(IRegistry)["communes.core.slug"] = "valmont"
    return portal


@pytest.fixture
def told():
    """The assemblies whose members changed, as listeners hear it."""
    heard = []

    def listen(event):
        heard.append((event.body, event.person_id))

    registry = getGlobalSiteManager()
    registry.registerHandler(listen, (IMandateChanged,))
    yield heard
    registry.unregisterHandler(listen, (IMandateChanged,))


def names(site, day=TODAY):
    return [held.person.id for held in api.mandates_in_office(site, "conseil", day)]


def test_organisation_becomes_content_groups_and_members(site):
    changes = api.apply_organisation(site, organisation())
    assert api.services(site) == (Service("finances", "Service des finances", 3),)
    assert names(site) == ["conseiller-0", "conseiller-1", "conseiller-2"]
    assert changes.groups == [
        "valmont-finances-creators",
        "valmont-finances-reviewers",
        "valmont-finances-observers",
    ]
    assert changes.members == [("valmont-finances-reviewers", "directrice-financiere")]
    group = plone_api.group.get("valmont-finances-reviewers")
    assert group.getProperty("title") == "Service des finances – valideurs"


def test_applying_twice_changes_nothing(site):
    assert not api.apply_organisation(site, organisation()).nothing
    again = api.apply_organisation(site, organisation())
    assert again.nothing
    assert again.kept == []


def test_a_changed_file_changes_just_that(site):
    api.apply_organisation(site, organisation())
    people = organisation().persons
    changed = (replace(people[0], name="Conseillère 0"), *people[1:])
    changes = api.apply_organisation(site, organisation(persons=changed))
    assert changes.updated == ["conseiller-0"]
    first = api.mandates_in_office(site, "conseil", TODAY)[0]
    assert first.person.name == "Conseillère 0"


def test_a_mandate_ended_by_an_agent_stays_ended(site):
    api.apply_organisation(site, organisation())
    mandate = site["organisation"]["conseiller-1"].objectValues()[0]
    mandate.ends = date(2026, 6, 30)
    notify(ObjectModifiedEvent(mandate))
    kept = api.apply_organisation(site, organisation()).kept
    assert [one.live for one in kept] == [date(2026, 6, 30)]
    assert names(site) == ["conseiller-0", "conseiller-2"]
    api.apply_organisation(site, organisation(), force=True)
    assert len(names(site)) == 3


def test_an_account_taken_out_of_its_group_stays_out(site):
    user = plone_api.user.create(
        username="directrice-financiere", email="df@example.org"
    ).getId()
    api.apply_organisation(site, organisation())
    group = "valmont-finances-reviewers"
    plone_api.group.remove_user(groupname=group, username=user)
    assert api.apply_organisation(site, organisation()).members == []


@pytest.mark.portal(roles=["Manager"])
def test_another_object_in_the_place_is_not_overwritten(site):
    site.invokeFactory("Folder", "organisation", title="Ancien dossier")
    with pytest.raises(PlaceTaken, match="« organisation » existe déjà"):
        api.apply_organisation(site, organisation())
    assert site["organisation"].title == "Ancien dossier"


def test_groups_need_the_name_of_the_commune(portal):
    with pytest.raises(BadName):
        api.apply_organisation(portal, organisation())


def test_a_site_without_organisation_has_nobody(portal):
    assert api.services(portal) == ()
    assert api.mandates_in_office(portal, "conseil", TODAY) == ()
    assert api.person(portal, "conseiller-0") is None


def test_a_person_is_found_by_id(site):
    api.apply_organisation(site, organisation())
    assert api.person(site, "conseiller-0") == Person("conseiller-0", "Conseiller 0")
    assert api.person(site, "finances") is None


def test_a_changed_mandate_is_told_once_per_assembly(site, told):
    api.apply_organisation(site, organisation(size=1))
    assert told == [("conseil", "conseiller-0")]
    mandate = site["organisation"]["conseiller-0"].objectValues()[0]
    notify(ObjectModifiedEvent(mandate))
    assert len(told) == 1
    mandate.body = "college"
    notify(ObjectModifiedEvent(mandate))
    assert told[1:] == [("college", "conseiller-0"), ("conseil", "conseiller-0")]
    assert names(site) == []


@pytest.mark.portal(roles=["Manager"])
def test_a_deleted_person_leaves_the_assembly(site, told):
    api.apply_organisation(site, organisation())
    site["organisation"].manage_delObjects(["conseiller-1"])
    assert names(site) == ["conseiller-0", "conseiller-2"]
    assert told[-1] == ("conseil", "conseiller-1")


@pytest.mark.portal(roles=["Manager"])
def test_a_deleted_service_is_forgotten(site):
    api.apply_organisation(site, organisation())
    site["organisation"].manage_delObjects(["finances"])
    assert api.services(site) == ()


@pytest.mark.portal(roles=["Manager"])
def test_the_whole_organisation_can_be_deleted(site):
    api.apply_organisation(site, organisation())
    site.manage_delObjects(["organisation"])
    assert names(site) == []


@pytest.mark.parametrize("size", [10, 1000])
def test_asking_who_is_in_office_loads_the_same_few_objects(functional, size):
    site = functional["portal"]
    getUtility(IRegistry)["communes.core.slug"] = "valmont"
    api.apply_organisation(site, organisation(size))
    transaction.commit()
    connection = site._p_jar
    connection.cacheMinimize()
    site.getId()
    before = connection.getTransferCounts()[0]
    assert len(names(site)) == size
    assert connection.getTransferCounts()[0] - before <= LOADS

"""Who may see an annex, and who must not know of its title."""

from communes.core.annexes import api
from communes.core.annexes.permissions import ADD_ANNEX
from communes.core.annexes.permissions import VIEW_CONFIDENTIAL_ANNEX
from plone import api as plone_api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from plone.namedfile.file import NamedBlobFile
import pytest
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema.interfaces import IVocabularyFactory


SECRET = "Rapport disciplinaire"


@pytest.fixture
def matter(portal):
    """A matter readers and reviewers may see, with an open and a confidential annex."""
    with plone_api.env.adopt_roles(["Manager"]):
        folder = plone_api.content.create(portal, "Folder", "matter")
        portal.portal_types["Folder"].filter_content_types = False
        portal.portal_types["communes.core.Annex"].global_allow = True
        folder.manage_permission("View", ["Manager", "Reader", "Reviewer"], 0)
        folder.manage_permission(
            "Access contents information", ["Manager", "Reader", "Reviewer"], 0
        )
        folder.manage_permission(
            VIEW_CONFIDENTIAL_ANNEX, ["Manager", "Reviewer", "Contributor"], 0
        )
        annex(folder, "plan", "Plan de situation", confidential=False)
        annex(folder, "report", SECRET, confidential=True)
    return folder


def annex(folder, id_, title, confidential):
    return plone_api.content.create(
        folder,
        "communes.core.Annex",
        id_,
        title=title,
        annex_type="annexe",
        confidential=confidential,
        file=NamedBlobFile(b"%PDF-", "application/pdf", f"{id_}.pdf"),
    )


def seen_by(portal, matter, role):
    """The annexes a person with one role is shown, may open, and finds."""
    if role == "Anonymous":
        logout()
    else:
        setRoles(portal, TEST_USER_ID, [role])
        login(portal, TEST_USER_NAME)
    listed = {brain.getId for brain in api.annexes_of(matter)}
    found = {
        brain.getId
        for brain in portal.portal_catalog(portal_type="communes.core.Annex")
    }
    opened = {
        id_
        for id_ in matter.objectIds()
        if plone_api.user.has_permission("View", obj=matter[id_])
    }
    assert listed == found == opened
    return listed


@pytest.mark.parametrize(
    "role,seen",
    [
        ("Anonymous", set()),
        ("Member", set()),
        ("Contributor", set()),  # named by the permission, but not a reader
        ("Reader", {"plan"}),
        ("Reviewer", {"plan", "report"}),
        ("Manager", {"plan", "report"}),
    ],
)
def test_annexes_are_seen_by_role(portal, matter, role, seen):
    assert seen_by(portal, matter, role) == seen


@pytest.mark.parametrize("role", ["Member", "Reader"])
def test_a_title_is_not_found_by_who_may_not_open_it(portal, matter, role):
    setRoles(portal, TEST_USER_ID, [role])
    assert not portal.portal_catalog(SearchableText="disciplinaire")
    assert not portal.portal_catalog(Title=SECRET)


def test_making_an_annex_confidential_hides_it_and_back(portal, matter):
    plan = matter["plan"]
    for confidential, seen in ((True, set()), (False, {"plan"})):
        plan.confidential = confidential
        notify(ObjectModifiedEvent(plan))
        assert seen_by(portal, matter, "Reader") == seen


def test_readers_follow_the_rights_of_the_matter_when_settled_again(portal, matter):
    matter.manage_permission(VIEW_CONFIDENTIAL_ANNEX, ["Manager"], 0)
    assert api.settle_rights_below(matter) == 1
    assert api.settle_rights_below(matter) == 0
    assert seen_by(portal, matter, "Reviewer") == {"plan"}


@pytest.mark.parametrize(
    "role,may",
    [
        ("Anonymous", False),
        ("Member", False),
        ("Contributor", False),
        ("Editor", False),
        ("Reader", False),
        ("Site Administrator", True),
        ("Manager", True),
    ],
)
def test_nobody_adds_an_annex_unless_a_solution_says_so(portal, role, may):
    with plone_api.env.adopt_roles([role]):
        assert bool(plone_api.user.has_permission(ADD_ANNEX, obj=portal)) is may


def test_annex_types_are_those_of_the_commune(portal):
    plone_api.portal.set_registry_record(
        "communes.core.annex_types", {"z": "Avis", "a": "Plan"}
    )
    factory = getUtility(IVocabularyFactory, "communes.core.annex_types")
    assert [(term.value, term.title) for term in factory(portal)] == [
        ("z", "Avis"),
        ("a", "Plan"),
    ]

"""Random trees of rights: both engines and the objects agree, for each reader."""

from communes.search.api import search
from communes.search.domain.query import Filter
from communes.search.domain.query import Query
from communes.search.storage import search_catalog
from communes.search.testing import work_through
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import Phase
from hypothesis import settings
from hypothesis import strategies as st
from itertools import count
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import TEST_USER_NAME
import pytest
import transaction
from zope.annotation.interfaces import IAnnotations


# No path comes twice: Plone keeps local roles per request and path, and all the trees
# are planted in one request.
COUNTER = count()
USERS = ("agnes", "bruno")
GROUPS = ("voirie", "finances")
EVERY = Query(filters=(Filter("portal_type", ("Folder",)),), size=200)
READERS = (*USERS, None)
READING = ["Manager", "Owner", "Reader"]

NODE = st.fixed_dictionaries(
    {
        "published": st.booleans(),
        "blocked": st.booleans(),
        "roles": st.dictionaries(
            st.sampled_from((*USERS, *GROUPS)),
            st.sampled_from((["Reader"], ["Editor"], ["Owner"], ["Contributor"])),
            max_size=2,
        ),
        "hidden": st.booleans(),
    }
)
TREES = st.recursive(
    st.tuples(NODE, st.just(())),
    lambda below: st.tuples(NODE, st.lists(below, max_size=2).map(tuple)),
    max_leaves=4,
)


@pytest.fixture
def town(site):
    site.portal_workflow.setChainForPortalTypes(
        ["Folder"], "simple_publication_workflow"
    )
    for user in USERS:
        api.user.create(f"{user}@valmont.example", user, "Un-mot-de-passe-2026")
    for group, user in zip(GROUPS, USERS, strict=True):
        api.group.create(group)
        api.group.add_user(groupname=group, username=user)
    work_through(site)
    return site


def plant(container, tree, name="n"):
    node, below = tree
    made = api.content.create(container, "Folder", name, title=f"Voirie {name}")
    if node["published"]:
        api.content.transition(made, "publish")
    if node["blocked"]:
        made.__ac_local_roles_block__ = True
    for who, roles in node["roles"].items():
        made.manage_setLocalRoles(who, roles)
    if node["hidden"]:
        # The catalogue goes by the second; Plone's workflows set both alike.
        for permission in ("View", "Access contents information"):
            made.manage_permission(permission, READING, acquire=0)
    for number, each in enumerate(below):
        plant(made, each, f"{name}{number}")
    made.reindexObjectSecurity()


def forget_roles(site):
    """Plone keeps local roles per request; here many trees are one request."""
    kept = IAnnotations(site.REQUEST)
    for key in [one for one in kept if "localrole" in str(one)]:
        del kept[key]


def truth(site):
    forget_roles(site)
    brains = site.portal_catalog.unrestrictedSearchResults(portal_type="Folder")
    return {
        brain.getPath()
        for brain in brains
        if api.user.has_permission("View", obj=brain._unrestrictedGetObject())
    }


@settings(
    max_examples=4,
    # A tree that fails is shown as it is: each one costs seconds.
    phases=[Phase.generate],
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(trees=st.lists(TREES, min_size=1, max_size=3), late=st.booleans())
def test_random_trees_are_seen_alike_by_both_engines_and_in_truth(town, trees, late):
    login(town, TEST_USER_NAME)
    for name in list(town.objectIds("Dexterity Container")):
        api.content.delete(town[name])
    for tree in trees:
        plant(town, tree, f"t{next(COUNTER)}")
    if late:
        # The worker has not come by yet: Solr knows an older tree.
        transaction.commit()
    else:
        work_through(town)
    for reader in READERS:
        login(town, reader) if reader else logout()
        seen = truth(town)
        by_catalogue = search_catalog(town, EVERY)
        by_solr = search(town, EVERY)
        assert {hit.path for hit in by_catalogue.hits} == seen, reader
        found = {hit.path for hit in by_solr.hits}
        assert found <= seen if late else found == seen
        assert by_solr.total == len(found)
    login(town, TEST_USER_NAME)

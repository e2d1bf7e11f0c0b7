"""Type × state × role: who sees, writes, takes away, adds and publishes what."""

from AccessControl import getSecurityManager
from communes.core.access.errors import MayNot
from communes.web.api import contact_forms
from communes.web.api import contents
from communes.web.api import files
from communes.web.api import newsletters
from communes.web.api import pictures
from communes.web.api.transition import do_step
from communes.web.directory import api as directories
from communes.web.domain.states import WebState
from communes.web.permissions import EDIT
from communes.web.permissions import MANAGE_AGENDA
from communes.web.permissions import MANAGE_DIRECTORY
from communes.web.permissions import MANAGE_NEWS
from communes.web.permissions import MANAGE_NEWSLETTER
from communes.web.permissions import MANAGE_SITE
from communes.web.permissions import PROPOSE
from communes.web.permissions import PUBLISH
from communes.web.permissions import VIEW_PRIVATE
from communes.web.sheets import api as sheets
from communes.web.tests import dated
from communes.web.tests import letters
from communes.web.tests import webmasters
from communes.web.tests.photos import photo
from communes.web.tests.test_workflow import bring
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import setRoles
import pytest


WHO = "quelqu-un"
WEB = frozenset({
    "WebManager", "WebEditor", "WebContributor", "WebValidator", "DirectoryManager",
    "AgendaManager", "NewsManager", "NewsletterManager",
})  # fmt: skip
ROLES = (*sorted(WEB), "Member", "Anonymous")
KEEPERS = WEB - {"WebContributor", "WebValidator"}
WRITERS = WEB - {"WebValidator"}
DECIDERS = WEB - {"WebContributor"}
SEE, WRITE, TAKE = "View", "Modify portal content", "Delete objects"
#: State -> permission -> who has it, whatever the type.
TABLE = {
    "private": {SEE: WEB, WRITE: WRITERS, TAKE: WRITERS},
    "proposed": {SEE: WEB, WRITE: DECIDERS, TAKE: KEEPERS},
    "published": {SEE: frozenset(ROLES), WRITE: DECIDERS, TAKE: KEEPERS},
    "archived": {SEE: WEB, WRITE: KEEPERS, TAKE: KEEPERS},
}
TEAM = frozenset({"WebManager", "WebEditor", "WebValidator", "NewsletterManager"})
LETTER = frozenset({"WebManager", "NewsletterManager"})
NOBODY = frozenset()
#: The same of an issue: nothing of it changes once it is planned.
ISSUES = {
    "draft": {SEE: TEAM, WRITE: LETTER, TAKE: LETTER},
    "tested": {SEE: TEAM, WRITE: LETTER, TAKE: LETTER},
    "scheduled": {SEE: TEAM, WRITE: NOBODY, TAKE: NOBODY},
    "sending": {SEE: TEAM, WRITE: NOBODY, TAKE: NOBODY},
    "sent": {SEE: TEAM, WRITE: NOBODY, TAKE: NOBODY},
    "archived": {SEE: frozenset(ROLES), WRITE: NOBODY, TAKE: NOBODY},
}
#: Right over the site -> who has it.
OVERALL = {
    EDIT: WRITERS,
    PROPOSE: WRITERS,
    PUBLISH: DECIDERS,
    MANAGE_DIRECTORY: {"WebManager", "DirectoryManager"},
    MANAGE_AGENDA: {"WebManager", "AgendaManager"},
    MANAGE_NEWS: {"WebManager", "NewsManager", "WebEditor"},
    MANAGE_NEWSLETTER: LETTER,
    VIEW_PRIVATE: {"WebManager", "DirectoryManager"},
    MANAGE_SITE: {"WebManager"},
}
#: Type -> what it takes to add one.
ADDED = {
    "Agenda": MANAGE_AGENDA, "Album": EDIT, "Alert": MANAGE_SITE, "Attachment": EDIT,
    "ContactForm": EDIT, "Directory": EDIT, "Entry": MANAGE_DIRECTORY, "Event": EDIT,
    "Folder": EDIT, "Issue": MANAGE_NEWSLETTER, "News": EDIT,
    "NewsFolder": MANAGE_NEWS, "Newsletter": MANAGE_NEWSLETTER, "Page": EDIT,
    "Picture": EDIT, "Service": EDIT,
}  # fmt: skip
SUBJECTS = [{"title": "Voirie", "mail": "voirie@valmont.example"}]
MAKERS = {
    "Agenda": lambda site: dated.agenda(site, public=False),
    "Album": dated.album,
    "Alert": lambda site: contents.create(site, "Alert", {"title": "Alerte"}),
    "ContactForm": lambda site: contact_forms.create_form(
        site, {"title": "Écrire", "subjects": SUBJECTS, "consent": "J'accepte."}
    ),
    "Directory": lambda site: directories.create_directory(site, {"title": "Lieux"}),
    "Entry": lambda site: directories.create_entry(
        directories.create_directory(site, {"title": "Lieux"}), {"title": "Hall"}
    ),
    "Event": lambda site: dated.event(dated.agenda(site), public=False),
    "Folder": webmasters.folder,
    "News": lambda site: dated.news(dated.folder(site), public=False),
    "NewsFolder": lambda site: dated.folder(site, public=False),
    "Newsletter": lambda site: newsletters.create_newsletter(site, {"title": "Lu"}),
    "Page": webmasters.page,
    "Service": lambda site: sheets.create_service(site, {"title": "Acte"}),
}


@pytest.fixture
def site(integration):
    found = webmasters.with_people(integration["portal"])
    api.user.create(f"{WHO}@x.example", WHO, webmasters.PASSWORD)
    return found


def be(site, role):
    """Be somebody with that role alone."""
    if role == "Anonymous":
        logout()
        return
    setRoles(site, WHO, ["Member", role])
    login(site, WHO)


def having(site, permission, obj):
    """Return the roles that have a permission on a thing, asked one by one."""
    found = set()
    for role in ROLES:
        be(site, role)
        if getSecurityManager().checkPermission(permission, obj):
            found.add(role)
    webmasters.acting_as_webmaster()
    return found


def forced(obj, state):
    """Put a thing into a state, whatever it lacks: its rights are asked about."""
    tool = api.portal.get_tool("portal_workflow")
    (chain,) = tool.getChainFor(obj)
    tool.setStatusOf(chain, obj, {"review_state": state, "action": None, "actor": "",
                                  "comments": "", "time": None})  # fmt: skip
    tool[chain].updateRoleMappingsFor(obj)


@pytest.mark.parametrize("kind", MAKERS)
def test_each_role_has_what_the_state_gives_it(site, kind):
    made = MAKERS[kind](site)
    assert made.portal_type == f"communes.web.{kind}"
    for state, rights in TABLE.items():
        forced(made, state)
        for permission, who in rights.items():
            assert having(site, permission, made) == who, (state, permission)


def test_an_issue_is_the_teams_until_it_is_online_and_changes_no_more(site):
    issue = letters.issue(letters.newsletter(site))
    for state, rights in ISSUES.items():
        forced(issue, state)
        for permission, who in rights.items():
            assert having(site, permission, issue) == who, (state, permission)


@pytest.mark.parametrize("part", ["picture", "file"])
def test_a_part_is_seen_and_written_with_what_holds_it(site, part):
    page = webmasters.page(site)
    if part == "picture":
        made = pictures.add_picture(page, photo(60, 40), "a.jpg", "Une photo")
    else:
        files.add_file(page, b"%PDF-1.4 x", "a.pdf", "Plan")
        (made,) = page.objectValues("Dexterity Item")
    for state, rights in TABLE.items():
        forced(page, state)
        for permission, who in rights.items():
            assert having(site, permission, made) == who, (state, permission)


@pytest.mark.parametrize("permission", OVERALL)
def test_each_role_has_its_rights_over_the_site(site, permission):
    assert having(site, permission, site) == set(OVERALL[permission])


def test_every_type_is_added_by_who_keeps_its_kind(site):
    types = api.portal.get_tool("portal_types")
    ours = {one for one in types.objectIds() if one.startswith("communes.web.")}
    assert ours == {f"communes.web.{kind}" for kind in ADDED}
    assert set(MAKERS) | {"Issue", "Picture", "Attachment"} == set(ADDED)
    for kind, permission in ADDED.items():
        type_ = types[f"communes.web.{kind}"]
        for role in ROLES:
            be(site, role)
            expected = role in OVERALL[permission]
            assert bool(type_.isConstructionAllowed(site)) == expected, (kind, role)


STEPS = {
    "private": {"propose": WRITERS, "publish": DECIDERS},
    "proposed": {"retract": WRITERS, "reject": DECIDERS, "publish": DECIDERS},
    "published": {"hide": DECIDERS, "archive": DECIDERS},
    "archived": {"restore": DECIDERS, "publish": DECIDERS},
}


@pytest.mark.parametrize("state", list(WebState))
def test_each_role_takes_its_steps_and_no_other(site, state):
    page = webmasters.page(site)
    bring(page, state)
    tool = api.portal.get_tool("portal_workflow")
    for role in ROLES:
        be(site, role)
        found = {one["id"] for one in tool.getTransitionsFor(page)} - {"plan"}
        told = {step for step, who in STEPS[state].items() if role in who}
        assert found == told, role


@pytest.mark.parametrize("role", ["WebEditor", "WebContributor", "WebValidator"])
def test_a_local_manager_has_the_role_on_the_branch_alone(site, role):
    mine, other = webmasters.folder(site, "À moi"), webmasters.folder(site, "Autre")
    inside, outside = webmasters.page(mine), webmasters.page(other)
    mine.manage_setLocalRoles(WHO, [role])
    for state, rights in TABLE.items():
        forced(inside, state)
        forced(outside, state)
        be(site, "Member")
        check = getSecurityManager().checkPermission
        for permission, who in rights.items():
            assert bool(check(permission, inside)) == (role in who), (state, permission)
            everybody = "Anonymous" in who
            assert bool(check(permission, outside)) == everybody, (state, permission)
        webmasters.acting_as_webmaster()


def test_a_place_goes_only_when_all_it_holds_may_go(site):
    place = webmasters.folder(site, "Brouillons")
    webmasters.page(place, "Horaire", public=True)
    be(site, "WebContributor")
    with pytest.raises(MayNot):
        contents.delete(place)
    assert "horaire" in place
    webmasters.acting_as_webmaster()
    do_step(place["horaire"], "hide")
    be(site, "WebContributor")
    contents.delete(place)
    assert place.getId() not in site

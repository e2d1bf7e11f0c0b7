"""A site is taken over: tried, written once, linked, redirected; whatever stops it."""

from communes.core.access.catalog import unrestricted
from communes.core.access.errors import MayNot
from communes.web.api import contents
from communes.web.commands import take_over
from communes.web.domain.errors import HostRefused
from communes.web.domain.errors import SourceSilent
from communes.web.domain.taking_over.errors import EditedHere
from communes.web.domain.taking_over.errors import NothingToWrite
from communes.web.domain.taking_over.errors import UnknownTakeover
from communes.web.domain.taking_over.takeover import TakeoverState
from communes.web.links.api import with_addresses
from communes.web.outside.guard import DECLARED
from communes.web.storage.state import state_of
from communes.web.taking_over import api as door
from communes.web.taking_over import storage
from communes.web.taking_over import working
from communes.web.tests.plone_site import item
from communes.web.tests.plone_site import PloneSite
from communes.web.tests.plone_site import serving
from io import BytesIO
from PIL import Image
from plone import api
from plone.app.redirector.interfaces import IRedirectionStorage
from plone.app.testing import login
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
import pytest
import transaction
from zope.component import getUtility


def jpeg():
    made = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(made, "JPEG")
    return made.getvalue()


PHOTO = jpeg()
CONTACT = {"phones": [{"number": "+3282123456"}], "private_note": "Ne pas donner"}
TEXT = (
    '<p><a href="BASE/sports/piscine#tarifs">Piscine</a></p>'
    '<p><img src="BASE/sports/photo/@@images/image/large" alt="Le bassin" /></p>'
)


def blob(path, data):
    return {
        "download": f"BASE/{path}", "filename": path.rpartition("/")[2],
        "content-type": "image/jpeg", "size": len(data),
    }  # fmt: skip


def their_site():
    """A small commune: a folder, two pages, a picture, news, an event, a contact."""
    rows = [
        item("Document", "accueil", text={"data": TEXT}),
        item("imio.directory.Contact", "boulangerie", **CONTACT),
        item("Event", "marche", start="2026-12-12T09:00:00+00:00",
             end="2026-12-12T19:00:00+00:00", recurrence="RRULE:FREQ=DAILY;COUNT=2"),
        item("News Item", "nouvelle", text={"data": "<p>Travaux</p>"}),
        item("Folder", "sports"),
        item("Image", "sports/photo", image=blob("sports/photo.jpg", PHOTO),
             review_state=None, description="Un bassin"),
        item("Document", "sports/piscine", text={"data": "<h2>Tarifs</h2>"}),
        item("Document", "sports/prive", review_state="private"),
        item("Link", "zzz-lien"),
    ]  # fmt: skip
    aliases = [{"path": "/vieille-piscine", "redirect-to": "/sports/piscine"}]
    return PloneSite(rows, aliases, {"/sports/photo/@@images/image": PHOTO})


class Job:
    """The worker's side of a job, without its store."""

    attempts = 1

    def __init__(self, id, dies_after=None, commit=None):
        self.args = {"takeover": id}
        self.left = dies_after
        self._commit = commit or (lambda: transaction.savepoint(optimistic=True))

    def commit(self):
        if self.left == 0:
            raise Killed
        if self.left is not None:
            self.left -= 1
        self._commit()

    def progress(self, done, total, note):
        """Nobody looks."""


class Killed(BaseException):
    """The process ends here."""


@pytest.fixture(autouse=True)
def declared(monkeypatch):
    monkeypatch.setenv(DECLARED, "127.0.0.1")


@pytest.fixture
def site(integration):
    found = integration["portal"]
    setRoles(found, TEST_USER_ID, ["Manager"])
    return found


@pytest.fixture
def theirs():
    with serving(their_site()) as found:
        yield found


def worked(site, id, **more):
    while storage.takeover_of(storage.kept_of(site, id)).at_work:
        working.TakeoverWork().run(site, Job(id, **more))
    return storage.takeover_of(storage.kept_of(site, id))


def taken(site, theirs):
    id = door.begin(site, theirs.base).id
    worked(site, id)
    door.write(site, id)
    worked(site, id)
    return id


def fates(site, id):
    return {row.path: row.fate.value for row in door.report(site, id).rows}


def test_a_try_says_everything_and_writes_nothing(site, theirs):
    takeover = door.begin(site, theirs.base)
    assert worked(site, takeover.id).state is TakeoverState.READY
    found = door.report(site, takeover.id)
    assert found.counts == {"created": 8, "refused": 1}
    refused = door.report(site, takeover.id, fate="refused").rows
    assert [row.path for row in refused] == ["/zzz-lien"]
    assert "Link" in refused[0].reasons[0]
    assert "accueil" not in site.objectIds()


def test_a_site_is_here_with_its_tree_its_links_and_its_states(site, theirs):
    id = taken(site, theirs)
    assert door.report(site, id).takeover.state is TakeoverState.DONE
    pool, home = site["sports"]["piscine"], site["accueil"]
    assert (state_of(pool), state_of(site["sports"]["prive"])) == (
        "published", "private",
    )  # fmt: skip
    html = home.sections[0]["holds"]["html"]
    photo = next(
        one for one in site["sports"].objectValues()
        if one.portal_type == "communes.web.Picture"
    )  # fmt: skip
    assert f'href="resolveuid/{pool.UID()}#tarifs"' in html
    assert f'src="resolveuid/{photo.UID()}/vue/960.webp"' in html
    assert pool.absolute_url() in with_addresses(html)
    assert photo.alternative == "Un bassin"
    kinds = {
        brain.portal_type.rpartition(".")[2]: brain._unrestrictedGetObject()
        for brain in unrestricted(path="/plone")
        if brain.portal_type.startswith("communes.web.")
    }
    assert kinds["Event"].rule == "FREQ=DAILY;COUNT=2"
    assert f"{kinds['Event'].event_starts:%H:%M}" == "10:00"
    assert kinds["News"].text.raw == "<p>Travaux</p>"
    assert kinds["Entry"].private["note"] == "Ne pas donner"
    assert home.modified().year() == 2026


def test_old_addresses_lead_to_what_is_here_now(site, theirs):
    taken(site, theirs)
    book = getUtility(IRedirectionStorage)
    news = unrestricted(portal_type="communes.web.News")[0].getPath()
    assert book.get("/plone/nouvelle") == news
    assert book.get("/plone/vieille-piscine") == "/plone/sports/piscine"
    assert not book.has_path("/plone/accueil")


def test_a_second_time_writes_what_changed_and_keeps_what_was_written_here(
    site, theirs
):
    taken(site, theirs)
    id = taken(site, theirs)
    assert set(fates(site, id).values()) == {"unchanged", "refused"}
    later = "2026-11-20T10:00:00+00:00"
    for row in theirs.items:
        if row["title"] in ("Accueil", "Sports/Piscine", "Nouvelle"):
            row.update(title=f"{row['title']} 2", modified=later)
    contents.edit(site["accueil"], {"title": "Écrit ici"})
    id = taken(site, theirs)
    found = {row.path: row for row in door.report(site, id).rows}
    assert found["/sports/piscine"].fate == "updated"
    assert found["/nouvelle"].fate == "updated"
    assert site["sports"]["piscine"].title == "Sports/Piscine 2"
    assert found["/accueil"].reasons == (str(EditedHere(name="Accueil 2").reason),)
    assert site["accueil"].title == "Écrit ici"
    assert len(unrestricted(portal_type="communes.web.News")) == 1


def test_what_is_not_to_be_had_there_is_said_and_stops_nothing(site, theirs):
    theirs.files.clear()
    theirs.broken["/@aliases"] = (401, b"{}")
    theirs.items[0]["UID"] = None
    id = taken(site, theirs)
    found = {row.path: row for row in door.report(site, id).rows}
    assert found["/sports/photo"].fate == "refused"
    assert found["/"].fate == "partly"
    assert found["/sports/piscine"].fate == "created"
    assert door.report(site, id).counts["refused"] == 3


def test_it_goes_into_the_folder_one_chose(site, theirs):
    folder = contents.create(site, "Folder", {"title": "Ancien site"})
    id = door.begin(site, theirs.base, folder.UID()).id
    worked(site, id)
    door.write(site, id)
    worked(site, id)
    assert {"accueil", "sports"} <= set(folder.objectIds())
    book = getUtility(IRedirectionStorage)
    assert book.get("/plone/accueil") == "/plone/ancien-site/accueil"


def test_only_who_manages_the_site_takes_another_over(site, theirs):
    id = door.begin(site, theirs.base).id
    roles = ("Member", "WebEditor")
    api.user.create("a@b.be", "editrice", "Valmont-2026", roles=roles)
    login(site, "editrice")
    for attempt in (
        lambda: door.begin(site, theirs.base),
        lambda: door.takeovers(site),
        lambda: door.report(site, id),
        lambda: door.write(site, id),
        lambda: door.forget(site, id),
    ):
        with pytest.raises(MayNot):
            attempt()
    login(site, TEST_USER_NAME)
    door.forget(site, id)
    with pytest.raises(UnknownTakeover):
        door.report(site, id)


def test_a_machine_of_our_own_network_is_not_taken_over(site, theirs, monkeypatch):
    monkeypatch.setenv(DECLARED, "")
    for base in (
        theirs.base,
        "http://localhost:1",
        "http://u@1.1.1.1",
        "http://x:99999",
    ):
        with pytest.raises(HostRefused):
            door.begin(site, base)
    with pytest.raises(SourceSilent):
        door.begin(site, "ftp://valmont.example")
    assert door.takeovers(site) == []
    assert theirs.given == []


def test_each_step_is_taken_in_its_order(site, theirs):
    id = door.begin(site, theirs.base).id
    with pytest.raises(NothingToWrite):
        door.write(site, id)
    with pytest.raises(NothingToWrite):
        door.resume(site, id)


def test_a_silent_site_is_asked_again_and_resumed_by_hand(functional, theirs):
    site = functional["portal"]
    setRoles(site, TEST_USER_ID, ["Manager"])
    theirs.broken["/@search"] = (503, b"")
    id = door.begin(site, theirs.base).id
    transaction.commit()
    job = Job(id)
    with pytest.raises(SourceSilent):
        working.TakeoverWork().run(site, job)
    job.attempts = working.PATIENCE
    working.TakeoverWork().run(site, job)
    stopped = door.report(site, id).takeover
    assert stopped.state is TakeoverState.FAILED
    assert "503" in stopped.problem
    theirs.broken.clear()
    door.resume(site, id)
    assert worked(site, id).state is TakeoverState.READY


@pytest.mark.parametrize("dies_after", [0, 1, 2, 3])
def test_killed_at_any_point_nothing_is_half_or_double(
    functional, theirs, monkeypatch, dies_after
):
    monkeypatch.setattr(working, "BATCH", 2)
    site = functional["portal"]
    setRoles(site, TEST_USER_ID, ["Manager"])
    id = door.begin(site, theirs.base).id
    transaction.commit()
    deaths = _until_done(site, id, dies_after)
    door.write(site, id)
    transaction.commit()
    deaths += _until_done(site, id, dies_after)
    assert deaths
    titles = sorted(
        brain.Title
        for brain in unrestricted(path="/plone")
        if brain.portal_type.startswith("communes.web.")
    )
    assert len(titles) == len(set(titles))
    # What was taken, and the three branches made for it.
    assert len(titles) == 8 + 3
    assert door.report(site, id).counts == {"created": 8, "refused": 1}
    assert state_of(site["sports"]["piscine"]) == "published"


def _until_done(site, id, dies_after):
    deaths, patience = 0, dies_after
    while storage.takeover_of(storage.kept_of(site, id)).at_work:
        job = Job(id, patience, transaction.commit)
        try:
            working.TakeoverWork().run(site, job)
        except Killed:
            deaths += 1
            # The next worker lives a little longer.
            patience += 1
        transaction.abort()
    return deaths


def test_an_operator_takes_a_site_over_by_a_command(functional, theirs, capsys):
    site = functional["portal"]
    setRoles(site, TEST_USER_ID, ["Manager"])
    transaction.commit()
    app, asked = functional["app"], ["/plone", theirs.base]
    assert take_over.main(app, asked) == 1
    assert "accueil" not in site.objectIds()
    said = capsys.readouterr()
    assert "8 repris, 1 sans équivalent" in said.out
    assert "/zzz-lien" in said.err
    assert take_over.main(app, [*asked, "--write", "--resume"]) == 1
    assert state_of(site["sports"]["piscine"]) == "published"
    assert take_over.main(app, ["/plone", "http://10.0.0.1"]) == 2
    assert "10.0.0.1" in capsys.readouterr().err

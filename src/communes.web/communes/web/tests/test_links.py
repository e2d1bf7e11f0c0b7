"""A link keeps leading to what it led to; what leads nowhere is on the list."""

from communes.core.jobs.storage import queue_of
from communes.web.api import contents
from communes.web.api.branches import set_keeper
from communes.web.api.transition import do_step
from communes.web.checks import api as checks
from communes.web.checks import storage
from communes.web.checks.looking import look_over
from communes.web.domain.links.corrections import Asked
from communes.web.domain.links.corrections import Fault
from communes.web.links.answers import CurrentAddresses
from communes.web.links.api import address_of
from communes.web.links.api import with_addresses
from communes.web.links.referring import CHECK
from communes.web.links.resolving import Resolve
from communes.web.tests.test_dated_budget import asleep
from communes.web.tests.test_dated_budget import counted
from datetime import date
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
from zExceptions import NotFound


TODAY = date(2026, 11, 23)


@pytest.fixture
def site(integration):
    found = integration["portal"]
    setRoles(found, TEST_USER_ID, ["Manager"])
    return found


def text(html, id="texte-1"):
    return {"id": id, "kind": "text", "holds": {"html": html}}


def page(place, title, *sections, **more):
    return contents.create(
        place, "Page", {"title": title, "sections": sections, **more}
    )


def html_of(obj):
    return obj.sections[0]["holds"]["html"]


def looked(site, obj):
    look_over(site, obj.UID(), TODAY)
    found = storage.findings_of(site, obj.UID())
    return [(one.fault, one.detail) for one in found]


@pytest.fixture
def two(site):
    target = page(site, "Piscine")
    html = f'<p><a href="{target.absolute_url()}#tarifs">Ici</a></p>'
    links = {
        "id": "liens-1",
        "kind": "links",
        "holds": {"links": [{"label": "Piscine", "url": "/plone/piscine"}]},
    }
    source = page(site, "Sports", text(html), links)
    return target, source


def test_a_link_is_kept_as_what_it_leads_to(two):
    target, source = two
    assert f'href="resolveuid/{target.UID()}#tarifs"' in html_of(source)
    assert source.sections[1]["holds"]["links"][0]["url"] == (
        f"resolveuid/{target.UID()}"
    )


def test_a_link_survives_a_move_and_a_rename(site, two):
    target, source = two
    folder = contents.create(site, "Folder", {"title": "Loisirs"})
    api.content.move(target, folder, id="bassin")
    moved = f"{site.absolute_url()}/loisirs/bassin"
    assert f'href="{moved}#tarifs"' in with_addresses(html_of(source))
    assert address_of(source.sections[1]["holds"]["links"][0]["url"]) == moved
    assert looked(site, source) == []


def test_a_page_leaves_with_the_addresses_of_now(site, two, integration):
    target, source = two
    request = integration["request"].clone()
    request.response.setHeader("Content-Type", "text/html; charset=utf-8")
    given = f'<a href="resolveuid/{target.UID()}/@@x">a</a> resolveuid/{target.UID()}'
    made = CurrentAddresses(source, request).transformUnicode(given, "utf-8")
    assert made == (
        f'<a href="{target.absolute_url()}/@@x">a</a> resolveuid/{target.UID()}'
    )
    as_bytes = CurrentAddresses(source, request).transformIterable(
        [given.encode()], "utf-8"
    )
    assert b"".join(as_bytes).decode() == made
    request.response.setHeader("Content-Type", "application/json")
    assert CurrentAddresses(source, request).transformUnicode(given, "utf-8") is None


def test_the_address_of_what_one_may_not_see_is_not_told(two, integration):
    target, _source = two
    request = integration["request"].clone()
    view = Resolve(two[1], request).publishTraverse(request, target.UID())
    view()
    assert request.response.getHeader("Location") == target.absolute_url()
    logout()
    given = f'<a href="resolveuid/{target.UID()}">a</a>'
    assert with_addresses(given) == given
    with pytest.raises(NotFound):
        view()


def test_what_leads_to_nothing_is_to_be_mended(site, two):
    target, source = two
    wrong = page(
        site, "Fautes",
        text('<a href="/plone/disparu">x</a> <a href="/plone/sitemap">y</a>'
             f'<img src="{site.absolute_url()}/piscine/photo">'),
    )  # fmt: skip
    faults = looked(site, wrong)
    assert (Fault.BROKEN_LINK, "/plone/disparu") in faults
    assert not [one for one in faults if "sitemap" in one[1]]
    assert [one for one in faults if one[0] is Fault.NO_ALTERNATIVE]
    anchor = f"resolveuid/{target.UID()}"
    contents.delete(target)
    assert (Fault.BROKEN_LINK, f"{anchor}#tarifs") in looked(site, source)
    assert CHECK in {kind for kind, _key in _asked(site)}
    assert source.UID() in {key for kind, key in _asked(site) if kind == CHECK}


def _asked(site):
    return {(CHECK, key) for key in queue_of(site).keys(CHECK)}


def test_a_published_page_nobody_finds_is_an_orphan(site):
    folder = contents.create(site, "Folder", {"title": "Brouillons"})
    lost = page(folder, "Perdue")
    do_step(lost, "publish")
    assert looked(site, lost) == [(Fault.ORPHAN, "")]
    hidden = page(site, "Hors menu", in_menu=False)
    assert looked(site, hidden) == []
    do_step(hidden, "publish")
    assert looked(site, hidden) == [(Fault.ORPHAN, "")]
    leading = page(site, "Mène", text('<a href="/plone/hors-menu">x</a>'))
    assert looked(site, hidden) == [(Fault.ORPHAN, "")]
    do_step(leading, "publish")
    assert looked(site, hidden) == []


def test_a_page_nobody_looked_at_is_outdated_until_somebody_does(site, two):
    _target, source = two
    do_step(source, "publish")
    later = date(2031, 1, 1)
    look_over(site, source.UID(), later)
    found = storage.findings_of(site, source.UID())
    assert [one.fault for one in found] == [Fault.OUTDATED]
    checks.confirm_review(source, later)
    assert checks.look_again(site, source, later) == ()


def test_a_dead_address_is_on_the_list_of_those_that_lead_there(site):
    url = "https://mort.example/page"
    source = page(site, "Sources", text(f'<a href="{url}#a">x</a>'))
    assert looked(site, source) == []
    assert storage.due_addresses(site, TODAY, 9) == [url]
    assert not storage.keep_asked(site, url, Asked(TODAY, 2, "code 404"))
    assert storage.keep_asked(site, url, Asked(TODAY, 3, "code 404"))
    assert storage.holders_of(site, url) == [source.UID()]
    assert looked(site, source) == [(Fault.DEAD_ADDRESS, f"{url}#a")]
    assert storage.due_addresses(site, TODAY, 9) == []
    contents.edit(source, {"sections": []})
    assert looked(site, source) == []
    assert storage.holders_of(site, url) == []
    assert storage.due_addresses(site, date(2027, 1, 1), 9) == []


def test_a_list_is_each_editors_own(site, two):
    _target, source = two
    contents.edit(source, {"sections": [text('<a href="/plone/non">x</a>')]})
    looked(site, source)
    found = checks.corrections(site)
    assert [one.title for one in found.rows] == ["Sports"]
    assert found.counts == {"broken_link": 1}
    assert checks.count(site) == 1
    assert checks.corrections(site, fault="orphan").total == 0
    api.user.create("a@b.be", "autre", "Valmont-2026", roles=("Member", "WebEditor"))
    api.user.create("c@b.be", "passant", "Valmont-2026")
    login(site, "autre")
    assert checks.corrections(site).total == 0
    assert checks.corrections(site, mine=False).total == 1
    login(site, "passant")
    assert checks.corrections(site, mine=False).total == 0


def test_who_keeps_a_branch_mends_what_is_below_it_alone(site):
    folder = contents.create(site, "Folder", {"title": "Sport"})
    inside = page(folder, "Dedans", text('<a href="/plone/non">x</a>'))
    outside = page(site, "Dehors", text('<a href="/plone/non">x</a>'))
    for one in (inside, outside):
        looked(site, one)
    api.user.create("a@b.be", "local", "Valmont-2026")
    set_keeper(folder, "local", "WebEditor")
    login(site, "local")
    rows = checks.corrections(site, mine=False).rows
    assert [one.title for one in rows] == ["Dedans"]


@pytest.mark.parametrize("count", [10, 60])
def test_a_list_of_corrections_wakes_no_content(site, monkeypatch, count):
    made = [
        page(site, f"Page {number}", text('<a href="/plone/non">x</a>'))
        for number in range(count)
    ]
    for one in made:
        looked(site, one)
    questions, woken = counted(monkeypatch), asleep(made, site)
    found = checks.corrections(site, most=500)
    assert (found.total, len(questions), woken()) == (count, 1, [])

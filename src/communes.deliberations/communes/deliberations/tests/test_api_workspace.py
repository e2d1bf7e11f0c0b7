"""A councillor finds what changed, keeps notes nobody else reads, takes files along."""

from communes.core.access.errors import MayNot
from communes.core.organisation.api import apply_organisation
from communes.deliberations import api as door
from communes.deliberations.api import workspace as own
from communes.deliberations.domain.workspace.reading import Since
from communes.deliberations.exceptions import StaleRevision
from communes.deliberations.tests import builders
from communes.deliberations.tests.test_api_publicity import annexed
from communes.deliberations.tests.test_storage_budget import awake
from dataclasses import replace
from datetime import date
from io import BytesIO
import pytest
import transaction
import zipfile


def frozen(count=3, **values):
    meeting = builders.meeting()
    items = [
        builders.validated(title=f"Point {n}", **values) for n in range(1, count + 1)
    ]
    with builders.as_user("directeur-general"):
        for item in items:
            door.present(item, meeting)
        door.do_transition(meeting, "freeze")
    return meeting, items


def test_a_member_finds_what_changed_since_reading(town):
    meeting, items = frozen()
    with builders.as_user("conseiller"):
        found = own.workspace(meeting)
        assert {one.change.since for one in found.lines} == {Since.UNREAD}
        own.mark_read(meeting)
        assert {one.change.since for one in own.workspace(meeting).lines} == {
            Since.SAME
        }
    with builders.as_user("directeur-general"):
        door.edit_item(items[0], {"decision": "<p>DÉCIDE de reporter le cahier.</p>"})
        late = builders.validated(title="Point tardif")
        door.present(late, meeting)
    with builders.as_user("conseiller"):
        kinds = {
            one.change.title: one.change.since for one in own.workspace(meeting).lines
        }
        assert kinds["Point 1"] is Since.CHANGED
        assert kinds["Point 2"] is Since.SAME
        assert kinds["Point tardif"] is Since.ADDED
        ((title, html),) = own.changed_texts(meeting, items[0].UID())
        assert title == "Décision" and "<ins>" in html and "<del>" in html
        assert own.changed_texts(meeting, items[1].UID()) == ()


def test_a_note_is_read_by_its_author_and_nobody_else(town):
    meeting, (item, *_others) = frozen(1)
    uid = item.UID()
    with builders.as_user("conseiller"):
        revision = own.write_note(meeting, uid, "ZZNOTEPRIVEE")
        assert own.note(meeting, uid) == ("ZZNOTEPRIVEE", revision)
        assert [one.noted for one in own.workspace(meeting).lines] == [True]
        with pytest.raises(StaleRevision):
            own.write_note(meeting, uid, "Autre", 0)
        _name, data = own.bundle(meeting)
        assert b"ZZNOTEPRIVEE" not in b"".join(_contents(data).values())
    with builders.as_user("echevin"):
        assert own.note(meeting, uid) == ("", 0)
        assert [one.noted for one in own.workspace(meeting).lines] == [False]
    with builders.as_user("directeur-general"), pytest.raises(MayNot):
        own.note(meeting, uid)


def test_the_office_opens_the_workspace_and_its_end_closes_it(town):
    meeting, (item, *_others) = frozen(1)
    with builders.as_user("createur"), pytest.raises(MayNot):
        own.workspace(meeting)
    organisation = builders.organisation()
    ended = [
        replace(one, ends=date(2024, 12, 1)) if one.person.id == "conseiller-1" else one
        for one in organisation.mandates
    ]
    apply_organisation(town, replace(organisation, mandates=tuple(ended)))
    for act in (own.workspace, own.mark_read, own.bundle):
        with builders.as_user("conseiller"), pytest.raises(MayNot):
            act(meeting)
    with builders.as_user("conseiller"), pytest.raises(MayNot):
        own.note(meeting, item.UID())


def test_the_files_taken_along_hold_what_may_be_read_only(town):
    meeting, (item, *_others) = frozen(1, motivation="<p>Vu l'état des lieux ;</p>")
    annexed(item, "Plan", "plan.pdf")
    annexed(item, "Secret", "secret.pdf", confidential=True)
    with builders.as_user("conseiller"):
        name, data = own.bundle(meeting)
    found = _contents(data)
    assert name == "seance-2023-05-22.zip"
    assert set(found) == {"index.html", "annexes/001-plan.pdf", "annexes.pdf"}
    page = found["index.html"].decode()
    assert "Vu l'état des lieux" in page
    assert 'href="annexes/001-plan.pdf"' in page
    assert "http" not in page and "Secret" not in page


@pytest.mark.parametrize("count", [5, 20])
def test_the_workspace_wakes_no_item(town, count):
    meeting, items = frozen(count)
    with builders.as_user("conseiller"):
        own.mark_read(meeting)
    transaction.savepoint(optimistic=True)
    items[0]._p_jar.cacheMinimize()
    with builders.as_user("conseiller"):
        assert len(own.workspace(meeting).lines) == count
    assert awake(items) == []


def _contents(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}

"""An export is brought, checked and written by the worker, begun again after a stop."""

from communes.core.access.errors import MayNot
from communes.core.jobs.errors import StopAsked
from communes.deliberations import api as door
from communes.deliberations.api import takeover as bringing
from communes.deliberations.api import taking_over as work
from communes.deliberations.clients import plonemeeting as clients
from communes.deliberations.clients.interfaces import IPlonemeeting
from communes.deliberations.domain.plonemeeting.answers import UnreadableExport
from communes.deliberations.domain.plonemeeting.takeover import TakeoverNotReady
from communes.deliberations.domain.plonemeeting.takeover import TakeoverState
from communes.deliberations.domain.plonemeeting.takeover import UnknownTakeover
from communes.deliberations.tests import builders
from io import BytesIO
import json
from pathlib import Path
from plone import api
import pytest
import zipfile
from zope.interface import implementer
from zope.interface.verify import verifyObject


FOLDER = Path(__file__).parent / "data" / "plonemeeting"


class Job:
    """The worker's hold on a job, which may be asked to stop."""

    def __init__(self, assembly, made, stop_after=99):
        self.args = {"assembly": assembly.UID(), "takeover": made.id}
        self.said, self.commits, self._left = [], 0, stop_after

    def progress(self, done, total, note=""):
        self.said.append((done, total, note))
        self._left -= 1
        if not self._left:
            raise StopAsked

    def commit(self):
        self.commits += 1


@implementer(IPlonemeeting)
class KeptAnswers:
    """A PloneMeeting played from the answers of the tests."""

    def answers(self, kind, config):
        told = json.loads((FOLDER / f"{kind}.json").read_bytes())
        for one in told["items"]:
            for annex in one.get("extra_include_annexes", ()):
                annex["UID"] = annex["UID"].replace("-", "")
                annex["file"]["download"] = annex["UID"]
        yield json.dumps(told).encode()

    def file(self, url):
        return b"%PDF-1.7 " + url.encode()


def packed(without=()):
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path in FOLDER.rglob("*"):
            if path.is_file() and path.name not in without:
                archive.write(path, str(path.relative_to(FOLDER)))
    out.seek(0)
    return out


@pytest.fixture
def council(town):
    """Return the council, asked by who manages it."""
    with api.env.adopt_roles(["Manager"]):
        yield builders.assembly()


def worked(council, made, **options):
    job = Job(council, made, **options)
    work.TakeoverWork().run(api.portal.get(), job)
    return job


def seen(council, made):
    return bringing.takeover(council, made.id).takeover


def test_an_export_is_checked_then_written(council):
    made = bringing.bring_export(council, packed(), "export.zip")
    assert made.state is TakeoverState.CHECKING
    with pytest.raises(TakeoverNotReady):
        bringing.write_takeover(council, made.id)
    worked(council, made)
    checked = seen(council, made)
    assert checked.state is TakeoverState.READY
    assert dict(checked.counts) == {"created": 8}
    assert door.find_by_external_id(council, "i-voirie") is None
    bringing.write_takeover(council, made.id)
    job = worked(council, made)
    assert seen(council, made).state is TakeoverState.DONE
    assert job.said[-1][:2] == (8, 8)
    assert door.find_by_external_id(council, "i-voirie") is not None


def test_what_is_refused_is_told_and_written_once_it_is_mended(council):
    made = bringing.bring_export(council, packed({"a-cahier"}), "export.zip")
    worked(council, made)
    bringing.write_takeover(council, made.id)
    worked(council, made)
    done = seen(council, made)
    assert [key.partition(" ")[0] for key, _why in done.refused] == ["point", "avis"]
    assert "annexes/a-cahier" in done.refused[0][1]
    again = bringing.bring_export(council, packed(), "export-2.zip")
    worked(council, again)
    bringing.write_takeover(council, again.id)
    worked(council, again)
    assert dict(seen(council, again).counts) == {"unchanged": 6, "created": 2}


def test_a_worker_that_stops_goes_on_where_it_was(council, monkeypatch):
    monkeypatch.setattr("communes.deliberations.api.plonemeeting.PORTION", 3)
    made = bringing.bring_export(council, packed(), "export.zip")
    worked(council, made)
    bringing.write_takeover(council, made.id)
    with pytest.raises(StopAsked):
        worked(council, made, stop_after=1)
    assert seen(council, made).state is TakeoverState.WRITING
    worked(council, made)
    counts = dict(seen(council, made).counts)
    assert counts == {"unchanged": 3, "created": 5}


def test_what_can_not_be_read_stops_with_its_reason(council):
    with pytest.raises(UnreadableExport):
        bringing.bring_export(council, BytesIO(b"no zip"), "photo.zip")
    broken = BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("items.json", "{broken")
    made = bringing.bring_export(council, broken, "export.zip")
    worked(council, made)
    failed = seen(council, made)
    assert failed.state is TakeoverState.FAILED
    assert "items.json n'est pas du JSON" in failed.problem


def test_a_source_is_read_by_the_worker_with_its_annexes(council, monkeypatch):
    verifyObject(IPlonemeeting, KeptAnswers())
    with pytest.raises(UnreadableExport, match="n'est pas connue"):
        bringing.bring_from(council, "ailleurs", "")
    known = clients.Source("ancien", "https://pm.example.be", "", "")
    monkeypatch.setattr(clients, "sources", lambda: (known,))
    monkeypatch.setattr(work, "clients_of", lambda _takeover: KeptAnswers())
    made = bringing.bring_from(council, "ancien", "meeting-config-council")
    assert made.state is TakeoverState.FETCHING
    worked(council, made)
    assert dict(seen(council, made).counts) == {"created": 8}
    bringing.write_takeover(council, made.id)
    worked(council, made)
    assert dict(seen(council, made).counts) == {"created": 8}


def test_a_source_that_refuses_is_told(council, monkeypatch):
    def refuse(_takeover):
        raise clients.SourceRefused("401 Unauthorized")

    known = clients.Source("ancien", "https://pm.example.be", "", "")
    monkeypatch.setattr(clients, "sources", lambda: (known,))
    monkeypatch.setattr(work, "clients_of", refuse)
    made = bringing.bring_from(council, "ancien", "")
    worked(council, made)
    assert seen(council, made).problem == "401 Unauthorized"


def test_an_export_is_forgotten_and_what_it_wrote_stays(council):
    made = bringing.bring_export(council, packed(), "export.zip")
    worked(council, made)
    bringing.write_takeover(council, made.id)
    worked(council, made)
    bringing.forget_takeover(council, made.id)
    with pytest.raises(UnknownTakeover):
        bringing.takeover(council, made.id)
    assert door.find_by_external_id(council, "i-voirie") is not None
    worked(council, made)


def test_only_who_manages_the_assembly_sees_and_brings(town):
    for account in ("createur", "directeur-general", "conseiller"):
        with builders.as_user(account):
            council = builders.assembly()
            with pytest.raises(MayNot):
                bringing.takeovers(council)
            with pytest.raises(MayNot):
                bringing.bring_export(council, packed(), "export.zip")

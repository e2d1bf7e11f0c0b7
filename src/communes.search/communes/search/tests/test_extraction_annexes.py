"""What stands in an annex is found by who may read the annex, and by no one else."""

from communes.core.annexes.permissions import VIEW_CONFIDENTIAL_ANNEX
from communes.core.jobs.drain import Drainer
from communes.core.jobs.leases import job_store
from communes.core.jobs.runner import JobRunner
from communes.search.api import search
from communes.search.domain.query import Query
from communes.search.extraction import api as extraction
from communes.search.extraction import runner
from communes.search.extraction.domain.outcome import Ending
from communes.search.extraction.tests import files
from communes.search.settings import client_of
from communes.search.testing import command
from plone import api
from plone.app.testing import login
from plone.app.testing import TEST_USER_NAME
from plone.namedfile.file import NamedBlobFile
import pytest
import transaction
from zope.component.hooks import setSite
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


@pytest.fixture
def town(site, monkeypatch, tmp_path):
    """A matter that agnes and bruno may read, agnes its confidential annexes too."""
    monkeypatch.setenv("COMMUNES_VAR", str(tmp_path))
    for name in ("agnes", "bruno"):
        api.user.create(f"{name}@valmont.example", name, "Un-mot-de-passe-2026")
    site.portal_types["Folder"].filter_content_types = False
    site.portal_types["communes.core.Annex"].global_allow = True
    matter = api.content.create(site, "Folder", "matter", title="Point")
    for permission in ("View", "Access contents information"):
        matter.manage_permission(permission, ["Manager", "Reader", "Reviewer"], 0)
    matter.manage_permission(VIEW_CONFIDENTIAL_ANNEX, ["Manager", "Reviewer"], 0)
    matter.manage_setLocalRoles("agnes", ["Reviewer"])
    matter.manage_setLocalRoles("bruno", ["Reader"])
    matter.reindexObjectSecurity()
    return site


def annex(site, id_, content, confidential=False, name="piece.pdf"):
    return api.content.create(
        site["matter"],
        "communes.core.Annex",
        id_,
        title=f"Annexe {id_}",
        annex_type="annexe",
        confidential=confidential,
        file=NamedBlobFile(content, "application/octet-stream", name),
    )


def work(functional, site):
    """Let the worker of the house do all it is asked: intents, jobs, intents again."""
    transaction.commit()
    app = functional["app"]
    drainer = Drainer(app, stopping=lambda: False)
    jobs = JobRunner(app, job_store(), stopping=lambda: False)
    while drainer.drain("/plone") + jobs.turn():
        pass
    setSite(site)
    command(client_of(site), b'{"commit": {}}')


def found_by(site, name, text):
    login(site, name)
    results = search(site, Query(text=text))
    assert not results.degraded
    login(site, TEST_USER_NAME)
    return [hit.path.rpartition("/")[2] for hit in results.hits]


def test_the_text_of_an_annex_is_found_after_the_worker_has_read_it(town, functional):
    annex(town, "plan", files.pdf("Plan des égouts de la rue du Moulin"))
    annex(town, "devis", files.docx("Devis pour les égouttages"), name="devis.docx")
    work(functional, town)
    assert found_by(town, "bruno", "rue moulin") == ["plan"]
    assert found_by(town, "bruno", "devis égouttage") == ["devis"]


def test_a_confidential_text_is_found_by_those_who_may_read_the_annex_only(
    town, functional
):
    annex(town, "open", files.odt("Rapport disciplinaire"), name="a.odt")
    annex(town, "secret", files.odt("Sanction disciplinaire"), True, "b.odt")
    work(functional, town)
    assert set(found_by(town, "agnes", "disciplinaire")) == {"open", "secret"}
    assert found_by(town, "bruno", "disciplinaire") == ["open"]
    assert found_by(town, "bruno", "sanction") == []
    town["matter"]["open"].confidential = True
    notify(ObjectModifiedEvent(town["matter"]["open"]))
    work(functional, town)
    assert found_by(town, "bruno", "disciplinaire") == []


def test_the_text_of_a_file_of_the_website_is_found_too(town, functional):
    content = NamedBlobFile(files.pdf("Plan des aqueducs"), "application/pdf", "p.pdf")
    api.content.create(town["matter"], "File", "file", title="Plan", file=content)
    api.content.create(town["matter"], "Document", "page", title="Page")
    work(functional, town)
    assert found_by(town, "bruno", "aqueducs") == ["file"]


def test_the_matter_is_not_found_by_what_stands_in_its_annex(town, functional):
    annex(town, "secret", files.odt("Sanction disciplinaire"), True, "b.odt")
    work(functional, town)
    assert found_by(town, "agnes", "sanction") == ["secret"]


def test_a_hit_leads_to_the_annex_within_its_matter(town, functional):
    annex(town, "plan", files.pdf("Plan des aqueducs"))
    work(functional, town)
    login(town, "bruno")
    (hit,) = search(town, Query(text="aqueducs")).hits
    assert hit.url == "http://nohost/plone/matter/plan"


def test_a_request_reads_no_file(town, functional, monkeypatch):
    def refuse(*_arguments):
        raise AssertionError("a file is read in a request")

    monkeypatch.setattr(extraction, "read_file", refuse)
    obj = annex(town, "plan", files.pdf("Plan des égouts"))
    transaction.commit()
    monkeypatch.setitem(town.REQUEST.other, "PUBLISHED", town)
    assert extraction.annex_text(obj) == "piece.pdf"


def test_the_same_file_is_read_once_wherever_it_lies(town, functional, monkeypatch):
    read = []

    def counted(file, *limits):
        read.append(file)
        return runner.read_file(file, *limits)

    monkeypatch.setattr(extraction, "read_file", counted)
    content = files.pdf("Plan des aqueducs")
    annex(town, "one", content)
    annex(town, "two", content, name="copie.pdf")
    work(functional, town)
    assert len(read) == 1
    assert set(found_by(town, "bruno", "aqueducs")) == {"one", "two"}
    town["matter"]["one"].setTitle("Autre titre")
    town["matter"]["one"].reindexObject()
    work(functional, town)
    assert len(read) == 1
    assert found_by(town, "bruno", "aqueducs autre") == ["one"]


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (b"", Ending.EMPTY),
        (files.pdf("Plan")[:120], Ending.BROKEN),
        (files.locked_pdf("Plan", "mot-de-passe"), Ending.ENCRYPTED),
        (files.odt("Plan")[:-40], Ending.BROKEN),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), Ending.UNKNOWN),
    ],
)
def test_a_bad_file_is_found_by_its_name_and_not_tried_for_ever(
    town, functional, monkeypatch, content, ending
):
    obj = annex(town, "bad", content, name="rapport-aqueducs.pdf")
    work(functional, town)
    assert found_by(town, "bruno", "annexe bad") == ["bad"]
    assert found_by(town, "bruno", "rapport-aqueducs.pdf") == ["bad"]
    monkeypatch.setattr(extraction, "read_file", None)
    kept = extraction.read_now(obj)
    assert (kept.ending, kept.text) == (ending, "")
    assert kept.sentence
    assert extraction.shelf().counts() == {ending: 1}
    assert obj.file is None or extraction.annex_text(obj) == "rapport-aqueducs.pdf"


def test_an_annex_that_is_gone_when_its_job_runs_does_no_harm(town, functional):
    annex(town, "plan", files.pdf("Plan des aqueducs"))
    transaction.commit()
    api.content.delete(town["matter"]["plan"])
    work(functional, town)
    assert found_by(town, "agnes", "aqueducs") == []

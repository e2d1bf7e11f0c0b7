"""Nothing of a closed session reaches who may not read it, by whatever door."""

from communes.core.annexes.api import add_annex
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.storage.assembly import save_settings
from communes.deliberations.tests import builders
from communes.deliberations.tests.rest import Program
from communes.deliberations.workflow.founding import found_assembly
from dataclasses import replace
import io
from plone.namedfile.file import NamedBlobFile
import pypdf
import pytest
from urllib.parse import unquote
import zipfile


# Every word that only the closed part knows.
SECRETS = (
    "Quiproquette",
    "Motifcache",
    "Decidecache",
    "Notecache",
    "Annexecachee",
    "fichiercache",
    "Commentcache",
    "Observcache",
)
READERS = ("conseiller", "agent-sans-groupe", "createur-finances", "chef-finances")
DOORS = (
    "",
    "@@tableau-de-bord",
    "@@search?SearchableText=Quiproquette",
    "@@search?SearchableText=Annexecachee",
    "@@search?SearchableText=voirie",
    "@search?SearchableText=Quiproquette&metadata_fields=_all",
    "@search?metadata_fields=_all&b_size=500",
    "@search?UID={uid}&metadata_fields=_all",
    "@search?deliberations_privacy=closed&metadata_fields=_all&fullobjects=1",
    "@search?Title=Quiproquette&show_inactive=1",
    "@deliberations-assemblies",
    "deliberations",
    "deliberations/conseil",
    "deliberations/conseil/view?q=Quiproquette",
    "deliberations/conseil/seances",
    "deliberations/conseil/@deliberations-items",
    "deliberations/conseil/@deliberations-items?q=Quiproquette&f.meeting={meeting_uid}",
    "deliberations/conseil/@deliberations-meetings",
    "{meeting}",
    "{meeting}/view",
    "{meeting}/presences",
    "{meeting}/votes",
    "{meeting}/documents",
    "{meeting}/modifier",
    "{meeting}/@deliberations-agenda",
    "{meeting}/@deliberations-attendance",
    "{meeting}/@deliberations-meetings",
    "{meeting}/@deliberations-transitions",
    "{meeting}/@deliberations-documents/convocation",
    "{meeting}/@deliberations-documents/agenda",
    "{meeting}/@deliberations-documents/agenda?form=odt",
    "{meeting}/@deliberations-documents/agenda?closed=1",
    "{meeting}/@deliberations-documents/minutes",
    "{meeting}/@deliberations-documents/minutes?form=odt",
    "{meeting}/@deliberations-documents/minutes?closed=1&form=odt",
    "{meeting}/document?kind=minutes&closed=1",
    "{item}",
    "{item}/view",
    "{item}/annexes",
    "{item}/historique",
    "{item}/etape",
    "{item}/document?kind=deliberation",
    "{item}/@deliberations-items",
    "{item}/@deliberations-votes",
    "{item}/@deliberations-transitions",
    "{item}/@deliberations-documents/deliberation",
    "{item}/annexe-1",
    "{item}/annexe-1/@@download/file",
    "{item}/annexe-1/@@display-file/file",
    "{item}/rien",
    "resolveuid/{uid}",
    "@resolveuid/{uid}",
)


@pytest.fixture
def closed_session(town_web):
    """Return what the addresses of a closed item are made of; its members see none."""
    portal = town_web["portal"]
    settings = replace(CONSEIL, members_read_closed=False)
    found_assembly(portal, settings)
    save_settings(builders.assembly(), settings)
    item = builders.draft(
        title="Quiproquette : mise en disponibilité, rue de la voirie",
        privacy="closed",
        motivation="<p>Motifcache</p>",
        decision="<p>Decidecache</p>",
        internal_notes="<p>Notecache</p>",
    )
    with builders.as_user("createur"):
        file = NamedBlobFile(b"%PDF", "application/pdf", "fichiercache.pdf")
        values = {"title": "Annexecachee", "annex_type": "annexe", "file": file}
        add_annex(item, values)
        builders.door.do_transition(item, "propose", "Commentcache")
    with builders.as_user("chef-de-service"):
        builders.door.do_transition(item, "validate")
    meeting = builders.meeting()
    public = builders.validated(title="Un point de la partie publique")
    with builders.as_user("directeur-general"):
        for one in (item, public):
            builders.door.present(one, meeting)
        notes = {"closed_observations": "<p>Observcache</p>"}
        builders.door.edit_meeting(meeting, notes)
        builders.door.set_presences(meeting, dict.fromkeys(builders.SEATS, "present"))
        builders.door.do_transition(meeting, "freeze")
        builders.door.set_withdrawal(meeting, "conseiller-1", item.UID())
        builders.door.encode_public_vote(item, {}, others="yes")
    return {
        "item": item.absolute_url(),
        "uid": item.UID(),
        "meeting": meeting.absolute_url(),
        "meeting_uid": meeting.UID(),
    }


def words_of(answer) -> str:
    """Return all that an answer tells: status line, headers, text, file inside."""
    body = answer.body
    told = [str(answer.headers), body.decode("utf-8", "replace")]
    if body.startswith(b"%PDF"):
        pdf = pypdf.PdfReader(io.BytesIO(body))
        told += [page.extract_text() for page in pdf.pages]
        told += [str(pdf.metadata), str(pdf.xmp_metadata and pdf.xmp_metadata.stream)]
    elif body.startswith(b"PK"):
        parts = zipfile.ZipFile(io.BytesIO(body))
        told += [
            parts.read(name).decode("utf-8", "replace") for name in parts.namelist()
        ]
    return "\n".join(told)


@pytest.mark.parametrize("account", [*READERS, ""])
def test_no_door_tells_a_word_of_the_closed_session(town_web, closed_session, account):
    asked = [door.format(**closed_session) for door in DOORS]
    for accept in ("application/json", "text/html"):
        program = Program(town_web, account)
        program.headers["Accept"] = accept
        for url in asked:
            status, _answer = program.get(url)
            assert status < 500, (url, _answer)
            told = words_of(program.last[3])
            # What was asked comes back in the page: that is no leak.
            echo = unquote(url)
            leaked = [one for one in SECRETS if one in told and one not in echo]
            assert leaked == [], (account, accept, url)


@pytest.mark.parametrize("account", READERS)
def test_no_search_finds_or_counts_a_closed_item(town_web, closed_session, account):
    program = Program(town_web, account)
    for query in ("SearchableText=Quiproquette", "UID={uid}", "Title=Annexecachee"):
        _status, found = program.get("@search?" + query.format(**closed_session))
        assert found["items_total"] == 0, query
    _status, page = program.get(
        "deliberations/conseil/@deliberations-items?q=Quiproquette"
    )
    assert page.get("items_total", 0) == 0


@pytest.mark.parametrize("account", READERS)
def test_a_closed_item_and_none_answer_alike(town_web, closed_session, account):
    program = Program(town_web, account)
    item = closed_session["item"]
    for tail in ("/@deliberations-items", "/@deliberations-votes", "/annexe-1"):
        status, answer = program.get(item + tail)
        assert status in (401, 403, 404)
        assert "Quiproquette" not in str(answer)


def test_who_withdrew_from_a_closed_item_is_for_its_readers(town_web, closed_session):
    address = f"{closed_session['meeting']}/@deliberations-attendance"
    _status, seen = Program(town_web, "directeur-general").get(address)
    assert seen["withdrawals"]
    status, seen = Program(town_web, "conseiller").get(address)
    assert status == 200
    assert seen["withdrawals"] == []


def test_the_managers_read_all_of_it(town_web, closed_session):
    program = Program(town_web, "directeur-general")
    _status, found = program.get("@search?SearchableText=Quiproquette")
    assert found["items_total"] == 1
    program.get(f"{closed_session['meeting']}/@deliberations-documents/agenda?closed=1")
    assert "Quiproquette" in words_of(program.last[3])

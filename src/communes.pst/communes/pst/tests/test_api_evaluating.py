"""A plan is evaluated, frozen, compared with an earlier day, reported and exchanged."""

from communes.core.access.errors import MayNot
from communes.core.importing.domain import ImportRefused
from communes.pst.api.comparing import compared
from communes.pst.api.ecomptes import export_ecomptes
from communes.pst.api.ecomptes import import_ecomptes
from communes.pst.api.evaluating import answer
from communes.pst.api.evaluating import close_campaign
from communes.pst.api.evaluating import conclude
from communes.pst.api.evaluating import frozen
from communes.pst.api.evaluating import open_campaign
from communes.pst.api.plan import edit_plan
from communes.pst.api.publishing import public_view
from communes.pst.api.report import make_report
from communes.pst.api.workbook import export_workbook
from communes.pst.api.workbook import import_workbook
from communes.pst.domain.evaluation import CampaignRefused
from communes.pst.spreadsheets.reading import read
from communes.pst.spreadsheets.writing import written
from communes.pst.storage.history import programme_at
from communes.pst.storage.programme import full_programme
from communes.pst.tests import builders
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from io import BytesIO
import pytest
from zipfile import ZipFile


@pytest.fixture
def branch(town):
    """Return a branch under way."""
    made = builders.branch(description="<p>Isoler les toitures.</p>")
    builders.arrive(made["goal"], "ongoing")
    builders.arrive(made["objective"], "ongoing")
    builders.arrive(made["action"], "ongoing")
    return made


def test_an_evaluation_waits_for_every_answer_then_freezes_the_plan(branch):
    plan, today = builders.plan(), date.today()
    with builders.as_user("directrice-generale"):
        made = open_campaign(plan, "mid_term", today, today + timedelta(days=30))
        with pytest.raises(CampaignRefused):
            close_campaign(plan, made.id)
        answer(plan, made.id, branch["goal"].UID(), "on_course", "<p>Bien.</p>")
    with builders.as_user("lecteur"), pytest.raises(MayNot):
        answer(plan, made.id, branch["goal"].UID(), "behind", "<p>Non.</p>")
    with builders.as_user("directrice-generale"):
        answer(plan, made.id, branch["objective"].UID(), "behind", "<p>Retard.</p>")
        conclude(plan, made.id, "<p>Poursuivre.</p><script>x</script>")
        done = close_campaign(plan, made.id)
        kept = frozen(plan, made.id)
        report = make_report(plan, "evaluation", "odt", evaluation=made.id)
        with pytest.raises(CampaignRefused):
            conclude(plan, made.id, "<p>Autre.</p>")
    assert len(done.digest) == 64 and "script" not in done.conclusion
    assert set(kept.tree.elements) == set(full_programme(plan).elements)
    assert report.data[:2] == b"PK"


def test_the_plan_is_seen_as_it_was_before_each_change(branch):
    action = branch["action"]
    before = datetime.now()
    with builders.as_user("porteur"):
        builders.door.edit_element(action, {"health": "blocage", "progress": 40})
    builders.step(action, "porteur", "stop")
    other = builders.made(branch["objective"], "pstaction", title="Après coup")
    plan = builders.plan()
    old = programme_at(plan, before)
    assert old.element(action.UID()).health == "bon"
    assert old.element(action.UID()).state == "ongoing"
    assert other.UID() not in old.elements
    with builders.as_user("directrice-generale"):
        yesterday = date.today() - timedelta(days=1)
        found = compared(plan, yesterday).found
    assert action.UID() in found.added


def test_who_may_not_see_an_element_is_not_told_that_it_changed(branch):
    with builders.as_user("agent-sans-role"):
        found = compared(builders.plan(), date.today() - timedelta(days=1)).found
    assert set(found.added) == {branch["part"].UID()}
    assert found.changed == found.removed == ()


@pytest.mark.parametrize("kind", ["detailed", "follow_up"])
def test_a_report_is_a_pdf_and_holds_what_one_may_see(branch, kind):
    builders.made(branch["objective"], "pstaction", title="Secret de polichinelle")
    with builders.as_user("directrice-generale"):
        whole = make_report(builders.plan(), kind, "pdf")
    with builders.as_user("lecteur"):
        seen = make_report(builders.plan(), kind, "odt")
    assert whole.data.startswith(b"%PDF-") and whole.filename.endswith(".pdf")
    assert "Secret" not in _words(seen.data)
    assert "châssis" not in _words(seen.data)
    with builders.as_user("agent-sans-role"), pytest.raises(MayNot):
        make_report(builders.plan(), kind)


def test_a_workbook_goes_out_and_comes_back_the_same(branch):
    plan = builders.plan()
    with builders.as_user("directrice-generale"):
        made = export_workbook(plan)
        before = full_programme(plan)
        report = import_workbook(plan, made.data, dry_run=False)
    assert set(report.counts) == {"unchanged"}
    assert full_programme(plan).elements == before.elements


def test_a_workbook_brings_new_actions_or_nothing_at_all(branch):
    plan = builders.plan()
    with builders.as_user("directrice-generale"):
        tables = read(export_workbook(plan).data)
        sheet = next(one for one in tables if "Niveau" in one.header)
        row = dict.fromkeys(sheet.header)
        row |= {"Niveau": "Action", "Intitulé": "Planter une haie",
                "Sous": "OO.2"}  # fmt: skip
        more = replace(sheet, rows=(*sheet.rows, tuple(row.values())))
        data = written("PST", tuple(more if one is sheet else one for one in tables))
        tried = import_workbook(plan, data, dry_run=True)
        assert not tried.written and tried.counts.get("created") == 1, tried.as_dict()
        import_workbook(plan, data, dry_run=False)
        row |= {"Niveau": "Planète"}
        wrong = replace(sheet, rows=(*sheet.rows, tuple(row.values())))
        data = written("PST", (wrong,))
        with pytest.raises(ImportRefused):
            import_workbook(plan, data, dry_run=False)
    titles = [one.title for one in full_programme(plan).elements.values()]
    assert titles.count("Planter une haie") == 1
    with builders.as_user("lecteur"), pytest.raises(MayNot):
        export_workbook(plan)


def test_the_file_of_the_accounts_goes_out_and_comes_back(branch):
    plan = builders.plan()
    with builders.as_user("directrice-generale"):
        edit_plan(plan, {"ins_code": "99901"})
        made, _warnings = export_ecomptes(plan)
        report = import_ecomptes(plan, made.data, dry_run=True)
    assert b"201805V1" in made.data and b"Isoler" in made.data
    assert not report.refused


def test_citizens_read_what_was_published_and_nothing_else(branch):
    plan = builders.plan()
    with builders.as_user("directrice-generale"):
        assert public_view(plan) == ()
        for name in ("goal", "objective"):
            builders.door.edit_element(branch[name], {"publication": "published"})
        found = public_view(plan)
    assert [one.title for one in found] == [
        "Volet externe",
        "Une commune où il fait bon vivre",
        "Rénover les écoles",
    ]


def _words(odt: bytes) -> str:
    return ZipFile(BytesIO(odt)).read("content.xml").decode()

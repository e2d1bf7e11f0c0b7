"""A meeting is imported from a file: told first, then written or refused whole."""

from communes.core.access.catalog import unrestricted
from communes.deliberations.commands import import_meeting
from communes.deliberations.commands.import_meeting import main
from communes.deliberations.tests.test_api_import import changed
from communes.deliberations.tests.test_api_import import does_not_add_up
from communes.deliberations.tests.test_api_story import REAL_MEETING
from pathlib import Path
import pytest
import sys


@pytest.fixture
def run(town_web, tmp_path):
    def run(text, *options, site="/plone"):
        path = tmp_path / "seance.json"
        path.write_text(text, encoding="utf-8")
        return main(town_web["app"], [site, str(path), *options])

    return run


def council_meetings():
    found = unrestricted(portal_type="communes.deliberations.Meeting")
    return [brain.getPath() for brain in found]


def test_the_real_meeting_is_told_before_it_is_written(run, capsys):
    before = council_meetings()
    text = REAL_MEETING.replace("Conseil communal", "Conseil de La Roche")
    assert run(text, "--dry-run") == 0
    assert capsys.readouterr().out.splitlines() == [
        "Conseil de La Roche, séance du 22/05/2023",
        "16 sièges, 13 votants présents",
        "8 points, dont 6 urgents",
    ]
    assert council_meetings() == before
    assert run(text) == 0
    (made,) = set(council_meetings()) - set(before)
    assert capsys.readouterr().out.splitlines()[-1] == f"Écrit : {made}"


def test_a_refused_file_says_row_and_reason_and_writes_nothing(run, capsys):
    before = council_meetings()
    assert run(changed(a=does_not_add_up)) == 1
    told = capsys.readouterr()
    assert told.err.startswith("point 1, vote : ")
    assert told.err.endswith("L'import est refusé, rien n'a été écrit.\n")
    assert told.out == ""
    assert council_meetings() == before


def test_a_site_or_a_file_that_is_not_there_is_said(run, town_web, capsys):
    assert run(REAL_MEETING, site="/demo") == 1
    assert "Il n'y a pas de site /demo." in capsys.readouterr().err
    assert main(town_web["app"], ["/plone", "nulle-part.json"]) == 1
    assert "Le fichier nulle-part.json n'existe pas." in capsys.readouterr().err


@pytest.mark.parametrize("before", [[], ["interpreter", "-c"]])
def test_the_script_finds_its_own_arguments(town_web, monkeypatch, capsys, before):
    script = import_meeting.__file__
    monkeypatch.setattr(sys, "argv", [*before, script, "/nulle-part", "seance.json"])
    with pytest.raises(SystemExit) as ended:
        # As bin/instance does; runpy would rewrite what the script is called with.
        code = compile(Path(script).read_text("utf-8"), script, "exec")
        exec(code, {"app": town_web["app"], "__name__": "__main__"})
    assert ended.value.code == 1
    assert "Il n'y a pas de site /nulle-part." in capsys.readouterr().err

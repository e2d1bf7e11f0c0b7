"""``make new-commune`` makes a folder of data the policy accepts as it stands."""

from communes.policy.profile import load
from pathlib import Path
import pytest
import subprocess
import sys


TOOL = Path(__file__).parents[2] / "tools" / "new_commune.py"


def new_commune(profiles, *arguments):
    command = [sys.executable, str(TOOL), *arguments, "--profiles", str(profiles)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_folder_is_accepted_by_the_policy(tmp_path):
    done = new_commune(tmp_path, "houroy-la-neuve", "99902")

    assert done.returncode == 0, done.stderr
    profile = load(tmp_path / "houroy-la-neuve")
    assert profile.commune.identity.name == "Houroy-La-Neuve"
    assert profile.commune.identity.nis == "99902"
    assert list(profile.settings) == ["deliberations", "search", "documents"]


def test_the_name_may_be_said(tmp_path):
    done = new_commune(tmp_path, "houroy", "99902", "--name", "Houroy-l'Évêque")

    assert done.returncode == 0, done.stderr
    assert load(tmp_path / "houroy").commune.identity.name == "Houroy-l'Évêque"


def test_the_folder_holds_data_and_its_assembly(tmp_path):
    new_commune(tmp_path, "houroy", "99902")

    names = {path.name for path in (tmp_path / "houroy").rglob("*")}
    assert names == {"commune.toml", "assembly.cfg"}
    assembly = (tmp_path / "houroy" / "assembly.cfg").read_text(encoding="utf-8")
    assert "${buildout:directory}/var/houroy" in assembly


@pytest.mark.parametrize(
    "arguments,sentence",
    [
        (("Houroy", "99902"), "ne convient pas comme nom court"),
        (("../houroy", "99902"), "ne convient pas comme nom court"),
        (("houroy--neuve", "99902"), "ne convient pas comme nom court"),
        (("houroy", "9990"), "cinq chiffres"),
        (("houroy", "99902", "--name", 'Hou"roy'), "guillemet"),
    ],
)
def test_bad_input_is_refused_and_nothing_is_made(tmp_path, arguments, sentence):
    done = new_commune(tmp_path, *arguments)

    assert done.returncode == 1
    assert sentence in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_existing_folder_is_left_as_it_is(tmp_path):
    (tmp_path / "houroy").mkdir()
    (tmp_path / "houroy" / "commune.toml").write_text("mine", encoding="utf-8")

    done = new_commune(tmp_path, "houroy", "99902")

    assert done.returncode == 1
    assert "existe déjà" in done.stderr
    assert (tmp_path / "houroy" / "commune.toml").read_text("utf-8") == "mine"

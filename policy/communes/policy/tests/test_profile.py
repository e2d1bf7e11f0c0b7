"""A profile is loaded from its folder, or the folder is said to be wrong."""

from communes.core.settings.domain import InvalidSettings
from communes.policy.profile import BrokenToml
from communes.policy.profile import load
from communes.policy.profile import NoSuchProfile
import pytest


SMALL = """\
[identity]
slug = "{slug}"
name = "Valmont"
nis = "99901"

[sites.agents]
"""


def written(tmp_path, text, slug="valmont"):
    folder = tmp_path / slug
    folder.mkdir()
    (folder / "commune.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_small_file_is_enough(tmp_path):
    profile = load(written(tmp_path, SMALL.format(slug="valmont")))
    assert profile.slug == "valmont"
    assert list(profile.settings) == ["documents"]


def test_a_folder_without_the_file_is_refused(tmp_path):
    with pytest.raises(NoSuchProfile, match="profiles/demo"):
        load(tmp_path)


def test_a_file_that_is_not_toml_names_its_line(tmp_path):
    with pytest.raises(BrokenToml, match="line 2"):
        load(written(tmp_path, 'demo = true\nslug = valmont"\n'))


def test_the_path_of_the_file_stands_in_the_refusal(tmp_path):
    with pytest.raises(InvalidSettings, match=r"valmont/commune\.toml : identity"):
        load(written(tmp_path, SMALL.format(slug="autre")))

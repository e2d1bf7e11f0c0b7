"""A house that can not start says why, and leaves nothing running."""

import configuration
from pathlib import Path
import pytest
import run
import words


def test_two_houses_on_the_same_data_are_refused(tmp_path: Path):
    first = run.House(tmp_path, dict(configuration.PORTS), "demo")
    first._hold_the_data()
    second = run.House(tmp_path, dict(configuration.PORTS), "demo")
    with pytest.raises(words.Failure, match="already runs on the data of"):
        second.start()
    assert second.children == []


def test_a_profile_that_does_not_exist_is_named(tmp_path: Path):
    with pytest.raises(words.Failure, match="There is no profile nowhere"):
        run.apply_profile("nowhere", tmp_path, {})


def test_a_profile_is_applied_again_only_when_its_data_changed(tmp_path: Path):
    folder = tmp_path / "profile"
    folder.mkdir()
    (folder / "commune.toml").write_text("one")
    before = run.profile_fingerprint(folder)
    assert run.profile_fingerprint(folder) == before
    (folder / "commune.toml").write_text("two")
    assert run.profile_fingerprint(folder) != before

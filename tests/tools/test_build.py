"""A build that can not be made says what is wrong, and how to mend it."""

import build
from pathlib import Path
import pytest
import words


HASH_MISMATCH = """\
ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.
    six==1.17.0 from here:
        Expected sha256 4721f391
             Got        0000
"""


def test_a_broken_download_is_named():
    sentence = build.explain_pip(HASH_MISMATCH)
    assert "six==1.17.0 does not match its locked SHA-256 sum" in sentence


def test_a_full_disk_is_named():
    output = "ERROR: Could not install packages due to an OSError: No space left on it"
    assert build.explain_pip(output).startswith("The disk is full")


def test_an_index_that_does_not_have_it_is_quoted():
    output = "Looking\nERROR: No matching distribution found for six==99\n"
    assert "No matching distribution found for six==99" in build.explain_pip(output)


def test_a_disk_that_is_too_small_is_refused_before_anything_is_built(tmp_path: Path):
    with pytest.raises(words.Failure, match="make room, then run the same command"):
        words.require_disk(tmp_path, 2**40)


def test_another_python_is_refused_with_the_cure(monkeypatch):
    monkeypatch.setattr(build.sys, "version_info", (3, 12, 1))
    with pytest.raises(words.Failure, match=r"make PYTHON=/path/to/python3\.11"):
        build.require_python()


def test_a_step_is_done_again_only_when_its_inputs_change(tmp_path, monkeypatch):
    monkeypatch.setattr(build, "BUILD", tmp_path)
    lock = tmp_path / "some.lock"
    lock.write_text("six==1.17.0")
    build.mark_done("some", build.fingerprint(lock))
    assert build.is_done("some", build.fingerprint(lock))
    lock.write_text("six==1.18.0")
    assert not build.is_done("some", build.fingerprint(lock))


def test_the_first_account_has_a_password_nobody_can_guess(tmp_path, monkeypatch):
    monkeypatch.setattr(build, "BUILD", tmp_path)
    drawn = build.admin_password()
    assert len(drawn) >= 20
    assert build.admin_password() == drawn
    assert (tmp_path / "admin-password").stat().st_mode & 0o077 == 0
    base = (words.ROOT / "base.cfg").read_text(encoding="utf-8")
    assert "user = admin:${settings:admin-password}" in base


def test_every_lock_names_a_sum_for_every_file():
    for lock in sorted((words.ROOT / "requirements").glob("*.lock")):
        text = lock.read_text(encoding="utf-8")
        if lock.stem in ("solr", "verapdf"):
            continue
        pinned = [line for line in text.splitlines() if "==" in line]
        assert pinned, lock
        assert all(line.endswith("\\") for line in pinned), lock


def test_no_lock_names_where_its_files_come_from():
    for lock in sorted((words.ROOT / "requirements").glob("*.lock")):
        assert "://" not in lock.read_text(encoding="utf-8"), lock

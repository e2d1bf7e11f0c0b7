"""An office suite is a convenience: its absence and its slowness are said clearly."""

from communes.core.documents import office
from communes.core.documents.api import editable_copy
from communes.core.documents.domain import OfficeFailed
from communes.core.documents.domain import OfficeMissing
from communes.core.documents.tests.extract import LAYOUT
from communes.core.documents.tests.extract import legal
from io import BytesIO
import os
from pathlib import Path
from pypdf import PdfReader
import pytest
import select


def program(folder: Path, script: str) -> None:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_machine_without_office_says_so_with_the_way_out(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert office.office_program() is None
    with pytest.raises(OfficeMissing) as refusal:
        office.pdf_from_odt(b"")
    assert "version ODT" in str(refusal.value)


def test_office_that_hangs_is_ended_with_its_children(monkeypatch, tmp_path):
    # The child holds the writing end of a pipe: its end is an end of file.
    pipe = tmp_path / "alive"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    program(tmp_path, f"exec 3>{pipe}; echo begun >&3; sleep 300 & wait")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    try:
        with pytest.raises(OfficeFailed) as refusal:
            office.pdf_from_odt(b"", timeout_seconds=1)
        assert "plus de 1 s" in str(refusal.value)
        assert os.read(reading, 10) == b"begun\n"
        ended, _writing, _failed = select.select([reading], [], [], 20)
        assert ended
        assert os.read(reading, 10) == b""
    finally:
        os.close(reading)


def test_office_without_result_is_a_named_failure(monkeypatch, tmp_path):
    program(tmp_path, "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OfficeFailed):
        office.pdf_from_odt(b"")


def test_office_reads_the_editable_copy_whole():
    if office.office_program() is None:
        pytest.skip("LibreOffice is not on this machine")
    pdf = PdfReader(BytesIO(office.pdf_from_odt(editable_copy(legal(), LAYOUT))))
    text = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    for piece in ("Extrait du registre", "DÉCIDE", "Paul NOËL", "Page 1 / 2"):
        assert piece in text
